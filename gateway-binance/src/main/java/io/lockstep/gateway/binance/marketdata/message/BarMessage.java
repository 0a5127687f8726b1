package io.lockstep.gateway.binance.marketdata.message;

/** A closed bar, mutable and reused. */
public final class BarMessage {
    private int instrumentId;
    private int timeframeSeconds;
    private long openTimeNs;
    private long openPrice;
    private long highPrice;
    private long lowPrice;
    private long closePrice;
    private long volume;
    private long notional;
    private int trades;

    /** Instrument. */
    public int instrumentId() {
        return instrumentId;
    }

    /** Sets {@link #instrumentId()}. */
    public BarMessage instrumentId(int value) {
        instrumentId = value;
        return this;
    }

    /** Length, seconds. */
    public int timeframeSeconds() {
        return timeframeSeconds;
    }

    /** Sets {@link #timeframeSeconds()}. */
    public BarMessage timeframeSeconds(int value) {
        timeframeSeconds = value;
        return this;
    }

    /** Start, inclusive, UTC, nanoseconds. */
    public long openTimeNs() {
        return openTimeNs;
    }

    /** Sets {@link #openTimeNs()}. */
    public BarMessage openTimeNs(long value) {
        openTimeNs = value;
        return this;
    }

    /** First price, quote currency, E8. */
    public long openPrice() {
        return openPrice;
    }

    /** Sets {@link #openPrice()}. */
    public BarMessage openPrice(long value) {
        openPrice = value;
        return this;
    }

    /** Highest price, quote currency, E8. */
    public long highPrice() {
        return highPrice;
    }

    /** Sets {@link #highPrice()}. */
    public BarMessage highPrice(long value) {
        highPrice = value;
        return this;
    }

    /** Lowest price, quote currency, E8. */
    public long lowPrice() {
        return lowPrice;
    }

    /** Sets {@link #lowPrice()}. */
    public BarMessage lowPrice(long value) {
        lowPrice = value;
        return this;
    }

    /** Last price, quote currency, E8. */
    public long closePrice() {
        return closePrice;
    }

    /** Sets {@link #closePrice()}. */
    public BarMessage closePrice(long value) {
        closePrice = value;
        return this;
    }

    /** Quantity traded, base currency, E8. */
    public long volume() {
        return volume;
    }

    /** Sets {@link #volume()}. */
    public BarMessage volume(long value) {
        volume = value;
        return this;
    }

    /** Value traded, quote currency, E8. */
    public long notional() {
        return notional;
    }

    /** Sets {@link #notional()}. */
    public BarMessage notional(long value) {
        notional = value;
        return this;
    }

    /** Number of trades. */
    public int trades() {
        return trades;
    }

    /** Sets {@link #trades()}. */
    public BarMessage trades(int value) {
        trades = value;
        return this;
    }
}
