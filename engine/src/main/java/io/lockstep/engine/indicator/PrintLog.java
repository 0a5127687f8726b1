package io.lockstep.engine.indicator;

import io.lockstep.engine.event.StateHash;

/**
 * The latest trades of one instrument, kept so that one can be taken back out of the bars that are still open. Bounded: the oldest makes
 * room. Allocates nothing once constructed.
 */
final class PrintLog {
    /** Trades remembered; the busiest minute of the busiest US stock has about this many. */
    static final int CAPACITY = 1 << 14;

    /** Answer for a trade that is not remembered, or was taken back before. */
    static final int NOT_FOUND = -1;

    private static final int MOVES_OPEN_CLOSE = 1;
    private static final int MOVES_HIGH_LOW = 2;
    private static final int UNDONE = 4;

    private final long[] ids = new long[CAPACITY];
    private final long[] times = new long[CAPACITY];
    private final long[] prices = new long[CAPACITY];
    private final long[] quantities = new long[CAPACITY];
    private final byte[] facts = new byte[CAPACITY];
    private long count;
    private int vacant = NOT_FOUND;

    /** Notes a trade; its quantity is what counts as volume. */
    void add(long id, long timeNs, long price, long quantity, boolean movesOpenClose, boolean movesHighLow) {
        int slot = (int) (count++ & CAPACITY - 1);
        if (slot == vacant) {
            vacant = NOT_FOUND;
        }
        set(slot, id, timeNs, price, quantity, movesOpenClose, movesHighLow);
    }

    /**
     * Takes a trade back. Ids are unique within an exchange only, so price tells apart what has the same one.
     *
     * @return its slot, valid until the next {@link #add}, or {@link #NOT_FOUND}
     */
    int undo(long id, long price) {
        for (long i = count - 1; i >= first(); i--) {
            int slot = (int) (i & CAPACITY - 1);
            if (ids[slot] == id && prices[slot] == price && (facts[slot] & UNDONE) == 0) {
                facts[slot] |= UNDONE;
                vacant = slot;
                return slot;
            }
        }
        return NOT_FOUND;
    }

    /**
     * Puts a corrected trade in the place of the one taken back last, at that one's time.
     *
     * @return its slot, or {@link #NOT_FOUND} when no place is free
     */
    int correct(long id, long price, long quantity, boolean movesOpenClose, boolean movesHighLow) {
        int slot = vacant;
        if (slot != NOT_FOUND) {
            set(slot, id, times[slot], price, quantity, movesOpenClose, movesHighLow);
            vacant = NOT_FOUND;
        }
        return slot;
    }

    /** Time of the trade in a slot, UTC, nanoseconds. */
    long timeNs(int slot) {
        return times[slot];
    }

    /** Number of trades of a stretch of time that count. */
    int countBetween(long fromNs, long toNs) {
        int found = 0;
        for (long i = first(); i < count; i++) {
            found += isBetween((int) (i & CAPACITY - 1), fromNs, toNs) ? 1 : 0;
        }
        return found;
    }

    /** Gives a builder the trades of its bar once more, in the order in which they came. */
    void replay(long fromNs, long toNs, BarBuilder into) {
        for (long i = first(); i < count; i++) {
            int slot = (int) (i & CAPACITY - 1);
            if (isBetween(slot, fromNs, toNs)) {
                into.onTrade(
                        times[slot],
                        prices[slot],
                        quantities[slot],
                        (facts[slot] & MOVES_OPEN_CLOSE) != 0,
                        (facts[slot] & MOVES_HIGH_LOW) != 0);
            }
        }
    }

    void addTo(StateHash hash) {
        hash.add(count);
        hash.add(vacant);
    }

    private boolean isBetween(int slot, long fromNs, long toNs) {
        return times[slot] >= fromNs && times[slot] < toNs && (facts[slot] & UNDONE) == 0;
    }

    private void set(
            int slot, long id, long timeNs, long price, long quantity, boolean movesOpenClose, boolean movesHighLow) {
        ids[slot] = id;
        times[slot] = timeNs;
        prices[slot] = price;
        quantities[slot] = quantity;
        facts[slot] = (byte) ((movesOpenClose ? MOVES_OPEN_CLOSE : 0) | (movesHighLow ? MOVES_HIGH_LOW : 0));
    }

    private long first() {
        return Math.max(0, count - CAPACITY);
    }
}
