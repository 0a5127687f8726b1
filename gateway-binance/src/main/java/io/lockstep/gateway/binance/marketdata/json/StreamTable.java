package io.lockstep.gateway.binance.marketdata.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lockstep.gateway.binance.reference.ByteWords;
import io.lockstep.gateway.binance.reference.SymbolTable;
import java.util.Arrays;
import java.util.List;

/** The streams of one socket by their whole names: what each carries and what it is about. Immutable. */
final class StreamTable {
    /** No such stream. */
    static final int UNKNOWN = -1;

    private final byte[][] names;
    private final int[] table;
    private final EventKind[] kinds;
    private final int[] instrumentIds;

    StreamTable(List<String> streamNames, SymbolTable symbols) {
        names = new byte[streamNames.size()][];
        table = new int[Integer.highestOneBit(Math.max(1, names.length)) * 8];
        kinds = new EventKind[streamNames.size()];
        instrumentIds = new int[streamNames.size()];
        StreamName name = new StreamName();
        for (int i = 0; i < kinds.length; i++) {
            byte[] bytes = streamNames.get(i).getBytes(UTF_8);
            insert(i, bytes);
            name.read(bytes, 0, bytes.length);
            kinds[i] = name.kind();
            instrumentIds[i] =
                    name.symbolLength() > 0 ? symbols.find(bytes, 0, name.symbolLength()) : SymbolTable.NOT_FOUND;
        }
    }

    /** Position of a name, or {@link #UNKNOWN}. */
    int find(byte[] source, int offset, int length) {
        int mask = table.length - 1;
        for (int slot = hash(source, offset, length) & mask; table[slot] != 0; slot = slot + 1 & mask) {
            int stream = table[slot] - 1;
            byte[] name = names[stream];
            if (Arrays.equals(name, 0, name.length, source, offset, offset + length)) {
                return stream;
            }
        }
        return UNKNOWN;
    }

    /** What a stream carries. */
    EventKind kind(int stream) {
        return kinds[stream];
    }

    /** What a stream is about, or {@code otherwise} for one of all symbols. */
    int instrumentId(int stream, int otherwise) {
        return instrumentIds[stream] == SymbolTable.NOT_FOUND ? otherwise : instrumentIds[stream];
    }

    private void insert(int stream, byte[] name) {
        int mask = table.length - 1;
        int slot = hash(name, 0, name.length) & mask;
        while (table[slot] != 0) {
            slot = slot + 1 & mask;
        }
        table[slot] = stream + 1;
        names[stream] = name;
    }

    private static int hash(byte[] source, int offset, int length) {
        long first = ByteWords.first(ByteWords.at(source, offset), length);
        long last = ByteWords.first(ByteWords.at(source, offset + Math.max(0, length - Long.BYTES)), length);
        return ByteWords.hash(first, last, length);
    }
}
