package io.lockstep.gateway.alpaca.marketdata;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.transport.json.JsonKeys;
import java.util.List;

/** Finds the instrument of a symbol by its bytes. Immutable. */
public final class Symbols {
    /** Answer for a symbol that is no instrument of this run. */
    public static final int UNKNOWN = -1;

    private final JsonKeys keys;
    private final int[] instrumentIds;
    private final int slots;

    /** @param instruments the instruments this connection is about */
    public Symbols(List<Instrument> instruments) {
        this.keys = JsonKeys.of(instruments.stream().map(Instrument::symbol).toArray(String[]::new));
        this.instrumentIds = instruments.stream().mapToInt(Instrument::id).toArray();
        this.slots = instruments.stream().mapToInt(Instrument::id).max().orElse(-1) + 1;
    }

    /** The instrument id of a symbol, or {@link #UNKNOWN}. */
    public int instrumentId(byte[] symbol, int offset, int length) {
        int index = keys.indexOf(symbol, offset, length);
        return index < 0 ? UNKNOWN : instrumentIds[index];
    }

    /** One more than the largest instrument id. */
    int slots() {
        return slots;
    }
}
