package io.lockstep.gateway.binance.reference;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * Finds an instrument by the bytes of its symbol, without an allocation. Immutable, so any thread may read it.
 *
 * <p>Payloads spell symbols in upper case and stream names in lower case; ASCII letters match in either.
 */
public final class SymbolTable {
    /** No instrument. */
    public static final int NOT_FOUND = -1;

    private static final int SHORT = 2 * Long.BYTES;

    private final byte[][] symbols;
    private final int[] ids;
    private final long[] firstWords;
    private final long[] secondWords;
    private final int[] shortIds;
    private final int mask;

    private SymbolTable(int size) {
        int capacity = Integer.highestOneBit(Math.max(2, size)) * 4;
        symbols = new byte[capacity][];
        ids = new int[capacity];
        firstWords = new long[capacity];
        secondWords = new long[capacity];
        shortIds = new int[capacity];
        mask = capacity - 1;
    }

    /**
     * Makes a table of the instruments of one product.
     *
     * @throws IllegalArgumentException if two instruments have the same symbol
     */
    public static SymbolTable of(Collection<Instrument> instruments) {
        SymbolTable table = new SymbolTable(instruments.size());
        instruments.forEach(instrument -> table.insert(instrument.symbol(), instrument.id()));
        return table;
    }

    /**
     * Makes a table of what is wanted of one product.
     *
     * @throws IllegalArgumentException if two requests name the same symbol
     */
    public static SymbolTable ofRequests(Collection<InstrumentRequest> requests) {
        SymbolTable table = new SymbolTable(requests.size());
        requests.forEach(request -> table.insert(request.symbol(), request.id()));
        return table;
    }

    /** The id of the instrument with this symbol, or {@link #NOT_FOUND}. */
    public int find(byte[] source, int offset, int length) {
        if (length <= SHORT) {
            int id = findShort(source, offset, length);
            if (id != NOT_FOUND) {
                return id;
            }
        }
        int slot = slotOf(source, offset, length);
        return symbols[slot] == null ? NOT_FOUND : ids[slot];
    }

    /** Finds a symbol of up to 16 bytes that is spelled in upper case, by comparing it as two words. */
    private int findShort(byte[] source, int offset, int length) {
        long first = ByteWords.first(ByteWords.at(source, offset), length);
        long second = length <= Long.BYTES
                ? 0
                : ByteWords.first(ByteWords.at(source, offset + Long.BYTES), length - Long.BYTES);
        int slot = ByteWords.hash(first, second, length) & mask;
        while (firstWords[slot] != 0) {
            if (firstWords[slot] == first && secondWords[slot] == second) {
                return shortIds[slot];
            }
            slot = slot + 1 & mask;
        }
        return NOT_FOUND;
    }

    private void insertShort(byte[] symbol, int id) {
        long first = ByteWords.at(symbol, 0);
        long second = ByteWords.at(symbol, Long.BYTES);
        int slot = ByteWords.hash(first, second, symbol.length) & mask;
        while (firstWords[slot] != 0) {
            slot = slot + 1 & mask;
        }
        firstWords[slot] = first;
        secondWords[slot] = second;
        shortIds[slot] = id;
    }

    private void insert(String name, int id) {
        byte[] symbol = name.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < symbol.length; i++) {
            symbol[i] = upper(symbol[i]);
        }
        int slot = slotOf(symbol, 0, symbol.length);
        if (symbols[slot] != null) {
            throw new IllegalArgumentException("symbol appears twice: symbol=" + name);
        }
        if (symbol.length <= SHORT) {
            insertShort(symbol, id);
        }
        symbols[slot] = symbol;
        ids[slot] = id;
    }

    /** The slot that holds the symbol, or the empty one where it belongs; at least half of all slots are empty. */
    private int slotOf(byte[] source, int offset, int length) {
        int slot = hash(source, offset, length) & mask;
        while (symbols[slot] != null && !matches(symbols[slot], source, offset, length)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static boolean matches(byte[] symbol, byte[] source, int offset, int length) {
        if (symbol.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (symbol[i] != upper(source[offset + i])) {
                return false;
            }
        }
        return true;
    }

    private static int hash(byte[] source, int offset, int length) {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = hash * 31 + upper(source[offset + i]);
        }
        return hash ^ hash >>> 11;
    }

    private static byte upper(byte b) {
        return b >= 'a' && b <= 'z' ? (byte) (b - 32) : b;
    }
}
