package io.lockstep.transport.json;

import java.nio.charset.StandardCharsets;

/**
 * A fixed set of object keys, each known by its position, found by its bytes without an allocation. Immutable.
 *
 * <p>Open addressing in a table at most a quarter full; a key hit compares its bytes once in nearly every case.
 */
public final class JsonKeys {
    /** What {@link #indexOf} answers for a key that is not in the set. */
    public static final int UNKNOWN = -2;

    private final byte[][] keys;
    private final short[] table;

    private JsonKeys(byte[][] keys) {
        this.keys = keys;
        this.table = new short[Integer.highestOneBit(Math.max(1, keys.length)) * 8];
        for (int i = 0; i < keys.length; i++) {
            insert(i);
        }
    }

    /**
     * Makes a set whose keys are known by their positions in the argument list.
     *
     * @throws IllegalArgumentException if a key appears twice
     */
    public static JsonKeys of(String... keys) {
        byte[][] bytes = new byte[keys.length][];
        for (int i = 0; i < keys.length; i++) {
            bytes[i] = keys[i].getBytes(StandardCharsets.UTF_8);
        }
        return new JsonKeys(bytes);
    }

    /** Position of the key with these bytes, or {@link #UNKNOWN}. */
    public int indexOf(byte[] source, int offset, int length) {
        int mask = table.length - 1;
        for (int slot = hash(source, offset, length) & mask; table[slot] != 0; slot = slot + 1 & mask) {
            int index = table[slot] - 1;
            if (matches(keys[index], source, offset, length)) {
                return index;
            }
        }
        return UNKNOWN;
    }

    private void insert(int index) {
        byte[] key = keys[index];
        if (indexOf(key, 0, key.length) != UNKNOWN) {
            throw new IllegalArgumentException("key appears twice: key=" + new String(key, StandardCharsets.UTF_8));
        }
        int mask = table.length - 1;
        int slot = hash(key, 0, key.length) & mask;
        while (table[slot] != 0) {
            slot = slot + 1 & mask;
        }
        table[slot] = (short) (index + 1);
    }

    private static boolean matches(byte[] key, byte[] source, int offset, int length) {
        if (key.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (key[i] != source[offset + i]) {
                return false;
            }
        }
        return true;
    }

    private static int hash(byte[] source, int offset, int length) {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = hash * 31 + source[offset + i];
        }
        return hash ^ hash >>> 9;
    }
}
