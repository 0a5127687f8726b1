package io.lockstep.engine.order;

import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.collections.LongHashSet;

/**
 * Remembers the latest of somebody else's ids, so that what comes again is taken once. Ids are kept as 64-bit hashes: two of the remembered ones
 * meet by chance less than once in 10^9 runs. Allocates nothing once constructed.
 */
public final class IdDedupe {
    private static final long EMPTY = 0;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final LongHashSet seen;
    private final long[] window;
    private int head;

    /** @param remembered number of latest ids remembered */
    public IdDedupe(int remembered) {
        seen = new LongHashSet(4 * remembered, 0.5f, true);
        window = new long[remembered];
    }

    /** Where ids of one owner start, so that equal ids of two are not the same. */
    public static long seed(long owner, long kind) {
        return mix(mix(FNV_OFFSET, owner), kind);
    }

    /** Takes one more number into a seed. */
    public static long mix(long hash, long value) {
        long mixed = (hash ^ value) * FNV_PRIME;
        return mixed ^ mixed >>> 29;
    }

    /**
     * Notes an id; false if it was noted before.
     *
     * @param seed its owner's
     */
    public boolean isNew(long seed, DirectBuffer buffer, int offset, int length) {
        long hash = seed;
        for (int i = 0; i < length; i++) {
            hash = mix(hash, buffer.getByte(offset + i) & 0xFF);
        }
        long key = hash == EMPTY ? 1 : hash;
        return note(key);
    }

    /** Notes an id that an earlier epoch had noted, by its key. */
    public void carried(long key) {
        note(key);
    }

    /** Keys of the ids remembered, oldest first. */
    public long[] keys() {
        long[] keys = new long[window.length];
        int count = 0;
        for (int i = 0; i < window.length; i++) {
            long key = window[(head + i) % window.length];
            if (key != EMPTY) {
                keys[count++] = key;
            }
        }
        return Arrays.copyOf(keys, count);
    }

    private boolean note(long key) {
        if (!seen.add(key)) {
            return false;
        }
        long oldest = window[head];
        if (oldest != EMPTY) {
            seen.remove(oldest);
        }
        window[head] = key;
        head = (head + 1) % window.length;
        return true;
    }
}
