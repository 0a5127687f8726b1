package io.lockstep.gateway.binance.marketdata.message;

/** Mark price and funding of a perpetual, mutable and reused; an absent value is FixedPoint.NULL. */
public final class MarkPriceMessage {
    private int instrumentId;
    private long exchangeTimeNs;
    private long markPrice;
    private long indexPrice;
    private long fundingRate;
    private long nextFundingTimeNs;

    /** Instrument. */
    public int instrumentId() {
        return instrumentId;
    }

    /** Sets {@link #instrumentId()}. */
    public MarkPriceMessage instrumentId(int value) {
        instrumentId = value;
        return this;
    }

    /** The venue's time, UTC, nanoseconds. */
    public long exchangeTimeNs() {
        return exchangeTimeNs;
    }

    /** Sets {@link #exchangeTimeNs()}. */
    public MarkPriceMessage exchangeTimeNs(long value) {
        exchangeTimeNs = value;
        return this;
    }

    /** Fair price for margin, quote currency, E8. */
    public long markPrice() {
        return markPrice;
    }

    /** Sets {@link #markPrice()}. */
    public MarkPriceMessage markPrice(long value) {
        markPrice = value;
        return this;
    }

    /** Price from several venues, quote currency, E8, or absent. */
    public long indexPrice() {
        return indexPrice;
    }

    /** Sets {@link #indexPrice()}. */
    public MarkPriceMessage indexPrice(long value) {
        indexPrice = value;
        return this;
    }

    /** Next funding as a fraction of notional, E8, or absent. */
    public long fundingRate() {
        return fundingRate;
    }

    /** Sets {@link #fundingRate()}. */
    public MarkPriceMessage fundingRate(long value) {
        fundingRate = value;
        return this;
    }

    /** When it is paid, UTC, nanoseconds, or absent. */
    public long nextFundingTimeNs() {
        return nextFundingTimeNs;
    }

    /** Sets {@link #nextFundingTimeNs()}. */
    public MarkPriceMessage nextFundingTimeNs(long value) {
        nextFundingTimeNs = value;
        return this;
    }
}
