package io.lockstep.gateway.binance.marketdata;

/** How much of the book is wanted. */
public enum BookStream {
    /** None. */
    NONE(0),
    /** Every change, on top of a snapshot: the whole book. */
    CHANGES(0),
    /** The best five levels, again and again. */
    TOP_5(5),
    /** The best ten levels. */
    TOP_10(10),
    /** The best twenty levels. */
    TOP_20(20);

    private final int levels;

    BookStream(int levels) {
        this.levels = levels;
    }

    /** Levels in each message, 0 where it is not of fixed size. */
    public int levels() {
        return levels;
    }
}
