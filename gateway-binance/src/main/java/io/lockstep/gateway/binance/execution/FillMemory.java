package io.lockstep.gateway.binance.execution;

import org.agrona.collections.LongHashSet;

/**
 * Remembers the latest fills by instrument and trade id, which the venue keeps unique per symbol, so that one that comes again on a
 * second connection is published once. Allocates nothing once constructed.
 */
final class FillMemory {
    private static final long NONE = -1;
    private static final int INSTRUMENT_BITS = 16;

    private final LongHashSet seen;
    private final long[] window;
    private int head;

    FillMemory(int remembered) {
        seen = new LongHashSet(4 * remembered, 0.5f, false);
        window = new long[remembered];
        java.util.Arrays.fill(window, NONE);
    }

    /** Notes a fill; false if it was noted before. */
    boolean isNew(int instrumentId, long tradeId) {
        long key = tradeId << INSTRUMENT_BITS | instrumentId & 0xFFFF;
        if (!seen.add(key)) {
            return false;
        }
        if (window[head] != NONE) {
            seen.remove(window[head]);
        }
        window[head] = key;
        head = (head + 1) % window.length;
        return true;
    }
}
