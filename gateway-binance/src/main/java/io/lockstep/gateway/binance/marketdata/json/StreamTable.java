package io.lockstep.gateway.binance.marketdata.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.transport.json.JsonKeys;
import java.util.List;

/** The streams of one socket by their whole names: what each carries and what it is about. Immutable. */
final class StreamTable {
    /** No such stream. */
    static final int UNKNOWN = JsonKeys.UNKNOWN;

    private final JsonKeys names;
    private final EventKind[] kinds;
    private final int[] instrumentIds;

    StreamTable(List<String> streamNames, SymbolTable symbols) {
        names = JsonKeys.of(streamNames.toArray(String[]::new));
        kinds = new EventKind[streamNames.size()];
        instrumentIds = new int[streamNames.size()];
        StreamName name = new StreamName();
        for (int i = 0; i < kinds.length; i++) {
            byte[] bytes = streamNames.get(i).getBytes(UTF_8);
            name.read(bytes, 0, bytes.length);
            kinds[i] = name.kind();
            instrumentIds[i] =
                    name.symbolLength() > 0 ? symbols.find(bytes, 0, name.symbolLength()) : SymbolTable.NOT_FOUND;
        }
    }

    /** Position of a name, or {@link #UNKNOWN}. */
    int find(byte[] source, int offset, int length) {
        return names.indexOf(source, offset, length);
    }

    /** What a stream carries. */
    EventKind kind(int stream) {
        return kinds[stream];
    }

    /** What a stream is about, or {@code otherwise} for one of all symbols. */
    int instrumentId(int stream, int otherwise) {
        return instrumentIds[stream] == SymbolTable.NOT_FOUND ? otherwise : instrumentIds[stream];
    }
}
