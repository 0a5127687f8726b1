package io.lockstep.gateway.binance.marketdata.message;

/** Best bid and ask with sizes, mutable and reused. */
public final class QuoteMessage {
    private int instrumentId;
    private long exchangeTimeNs;
    private long updateId;
    private long bidPrice;
    private long bidQuantity;
    private long askPrice;
    private long askQuantity;

    /** Instrument. */
    public int instrumentId() {
        return instrumentId;
    }

    /** Sets {@link #instrumentId()}. */
    public QuoteMessage instrumentId(int value) {
        instrumentId = value;
        return this;
    }

    /** The venue's time, UTC, nanoseconds; FixedPoint.NULL where it sends none. */
    public long exchangeTimeNs() {
        return exchangeTimeNs;
    }

    /** Sets {@link #exchangeTimeNs()}. */
    public QuoteMessage exchangeTimeNs(long value) {
        exchangeTimeNs = value;
        return this;
    }

    /** The venue's book update id. */
    public long updateId() {
        return updateId;
    }

    /** Sets {@link #updateId()}. */
    public QuoteMessage updateId(long value) {
        updateId = value;
        return this;
    }

    /** Best bid, quote currency, E8; 0 when there is none. */
    public long bidPrice() {
        return bidPrice;
    }

    /** Sets {@link #bidPrice()}. */
    public QuoteMessage bidPrice(long value) {
        bidPrice = value;
        return this;
    }

    /** Size at the best bid, base currency, E8. */
    public long bidQuantity() {
        return bidQuantity;
    }

    /** Sets {@link #bidQuantity()}. */
    public QuoteMessage bidQuantity(long value) {
        bidQuantity = value;
        return this;
    }

    /** Best ask, quote currency, E8; 0 when there is none. */
    public long askPrice() {
        return askPrice;
    }

    /** Sets {@link #askPrice()}. */
    public QuoteMessage askPrice(long value) {
        askPrice = value;
        return this;
    }

    /** Size at the best ask, base currency, E8. */
    public long askQuantity() {
        return askQuantity;
    }

    /** Sets {@link #askQuantity()}. */
    public QuoteMessage askQuantity(long value) {
        askQuantity = value;
        return this;
    }
}
