package io.lockstep.engine.order;

import org.agrona.DirectBuffer;
import org.agrona.collections.LongHashSet;

/**
 * Remembers the latest fills by their execution id, so that one that comes again, on the stream and from a query, is booked once.
 *
 * <p>Ids are kept as 64-bit hashes over id and order: two of the remembered ones meet by chance less than once in 10^9 runs. Allocates
 * nothing once constructed.
 */
public final class FillDedupe {
    private static final long EMPTY = 0;

    private final LongHashSet seen;
    private final long[] window;
    private int head;

    /** @param remembered number of latest fills remembered */
    public FillDedupe(int remembered) {
        seen = new LongHashSet(4 * remembered, 0.5f, true);
        window = new long[remembered];
    }

    /**
     * Notes a fill.
     *
     * @param orderId our order
     * @param buffer holds the execution id
     * @param offset where it starts
     * @param length its length, bytes, zero padded
     * @return whether it is new
     */
    public boolean isNew(long orderId, DirectBuffer buffer, int offset, int length) {
        long key = key(orderId, buffer, offset, length);
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

    private static long key(long orderId, DirectBuffer buffer, int offset, int length) {
        long hash = 0xCBF29CE484222325L ^ orderId;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ buffer.getByte(offset + i) & 0xFF) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        return hash == EMPTY ? 1 : hash;
    }
}
