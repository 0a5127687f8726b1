package io.lockstep.engine.indicator;

/**
 * A closed bar: open, high, low, close and volume of one stretch of time. A reused carrier, valid only during the call that hands
 * it over; the builder fills it, indicators and strategies read it.
 */
public final class Bar {
    private int instrumentId;
    private int timeframeSeconds;
    private long openTimeNs;
    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;
    private long notional;
    private int trades;
    private int sessionId;

    /**
     * Fills the bar.
     *
     * @param instrumentId instrument
     * @param timeframeSeconds length, seconds
     * @param openTimeNs start, inclusive, UTC, nanoseconds
     * @param sessionId trading day it belongs to, as yyyymmdd in the venue's zone
     * @return this
     */
    public Bar at(int instrumentId, int timeframeSeconds, long openTimeNs, int sessionId) {
        this.instrumentId = instrumentId;
        this.timeframeSeconds = timeframeSeconds;
        this.openTimeNs = openTimeNs;
        this.sessionId = sessionId;
        return this;
    }

    /**
     * Fills the prices, quote currency, E8.
     *
     * @return this
     */
    public Bar prices(long open, long high, long low, long close) {
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
        return this;
    }

    /**
     * Fills the volume.
     *
     * @param volume base currency, E8
     * @param notional quote currency, E8
     * @param trades number of trades
     * @return this
     */
    public Bar volume(long volume, long notional, int trades) {
        this.volume = volume;
        this.notional = notional;
        this.trades = trades;
        return this;
    }

    /** Instrument. */
    public int instrumentId() {
        return instrumentId;
    }

    /** Length, seconds. */
    public int timeframeSeconds() {
        return timeframeSeconds;
    }

    /** Start, inclusive, UTC, nanoseconds. */
    public long openTimeNs() {
        return openTimeNs;
    }

    /** End, exclusive, UTC, nanoseconds. */
    public long closeTimeNs() {
        return openTimeNs + timeframeSeconds * 1_000_000_000L;
    }

    /** Trading day it belongs to, as yyyymmdd in the venue's zone: session indicators start anew when it changes. */
    public int sessionId() {
        return sessionId;
    }

    /** First price, quote currency, E8. */
    public long open() {
        return open;
    }

    /** Highest price, quote currency, E8. */
    public long high() {
        return high;
    }

    /** Lowest price, quote currency, E8. */
    public long low() {
        return low;
    }

    /** Last price, quote currency, E8. */
    public long close() {
        return close;
    }

    /** Quantity traded, base currency, E8. */
    public long volume() {
        return volume;
    }

    /** Value traded, quote currency, E8. */
    public long notional() {
        return notional;
    }

    /** Number of trades. */
    public int trades() {
        return trades;
    }
}
