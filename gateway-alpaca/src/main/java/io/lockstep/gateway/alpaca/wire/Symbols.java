package io.lockstep.gateway.alpaca.wire;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.transport.json.JsonKeys;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the instrument of a symbol by its bytes. Crypto is found with its slash, as in market data and orders, and without, as in
 * positions and older events. Immutable.
 */
public final class Symbols {
    /** Answer for a symbol that is no instrument of this run. */
    public static final int UNKNOWN = -1;

    private final JsonKeys keys;
    private final int[] instrumentIds;
    private final int slots;

    /** @param instruments the instruments this connection is about */
    public Symbols(List<Instrument> instruments) {
        List<Instrument> pairs = instruments.stream()
                .filter(instrument -> instrument.symbol().indexOf('/') >= 0)
                .toList();
        Stream<String> plain = instruments.stream().map(Instrument::symbol);
        Stream<String> joined = pairs.stream().map(pair -> pair.symbol().replace("/", ""));
        this.keys = JsonKeys.of(Stream.concat(plain, joined).toArray(String[]::new));
        this.instrumentIds = Stream.concat(instruments.stream(), pairs.stream())
                .mapToInt(Instrument::id)
                .toArray();
        this.slots = instruments.stream().mapToInt(Instrument::id).max().orElse(-1) + 1;
    }

    /** The instrument id of a symbol, or {@link #UNKNOWN}. */
    public int instrumentId(byte[] symbol, int offset, int length) {
        int index = keys.indexOf(symbol, offset, length);
        return index < 0 ? UNKNOWN : instrumentIds[index];
    }

    /** The symbols as keys of an object; a key's position is for {@link #instrumentId(int)}. */
    public JsonKeys keys() {
        return keys;
    }

    /** The instrument id of a symbol by its position in {@link #keys()}. */
    public int instrumentId(int position) {
        return instrumentIds[position];
    }

    /** One more than the largest instrument id. */
    public int slots() {
        return slots;
    }
}
