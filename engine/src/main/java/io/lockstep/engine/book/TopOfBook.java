package io.lockstep.engine.book;

/** Best bid and ask of one instrument with their sizes; mutable, owned by one thread. */
public final class TopOfBook {
    private long bidPrice;
    private long bidQuantity;
    private long askPrice;
    private long askQuantity;
    private long timeNs;
    private long mid;

    /**
     * Sets all values.
     *
     * @param timeNs event time, UTC, nanoseconds
     */
    public void set(long bidPrice, long bidQuantity, long askPrice, long askQuantity, long timeNs) {
        this.bidPrice = bidPrice;
        this.bidQuantity = bidQuantity;
        this.askPrice = askPrice;
        this.askQuantity = askQuantity;
        this.timeNs = timeNs;
        // asked for several times for each time it is set
        mid = bidPrice > 0 && askPrice > bidPrice ? bidPrice + (askPrice - bidPrice) / 2 : 0;
    }

    /** Forgets the quote; {@link #isTwoSided()} is false until the next. */
    public void clear() {
        set(0, 0, 0, 0, 0);
    }

    /** Best bid, quote currency, E8; 0 when there is none. */
    public long bidPrice() {
        return bidPrice;
    }

    /** Size at the best bid, base currency, E8. */
    public long bidQuantity() {
        return bidQuantity;
    }

    /** Best ask, quote currency, E8; 0 when there is none. */
    public long askPrice() {
        return askPrice;
    }

    /** Size at the best ask, base currency, E8. */
    public long askQuantity() {
        return askQuantity;
    }

    /** Event time of the quote, UTC, nanoseconds. */
    public long timeNs() {
        return timeNs;
    }

    /** Whether there is a bid and an ask and they do not cross. */
    public boolean isTwoSided() {
        return mid > 0;
    }

    /** Middle between bid and ask, quote currency, E8, rounded down; 0 unless two-sided. */
    public long mid() {
        return mid;
    }
}
