package io.lockstep.gateway.binance.marketdata.message;

/** An order by which the venue closes somebody's position, mutable and reused. */
public final class LiquidationMessage {
    private int instrumentId;
    private boolean sell;
    private long exchangeTimeNs;
    private long price;
    private long quantity;

    /** Instrument. */
    public int instrumentId() {
        return instrumentId;
    }

    /** Sets {@link #instrumentId()}. */
    public LiquidationMessage instrumentId(int value) {
        instrumentId = value;
        return this;
    }

    /** Whether the closing order sells. */
    public boolean sell() {
        return sell;
    }

    /** Sets {@link #sell()}. */
    public LiquidationMessage sell(boolean value) {
        sell = value;
        return this;
    }

    /** When it traded, UTC, nanoseconds. */
    public long exchangeTimeNs() {
        return exchangeTimeNs;
    }

    /** Sets {@link #exchangeTimeNs()}. */
    public LiquidationMessage exchangeTimeNs(long value) {
        exchangeTimeNs = value;
        return this;
    }

    /** Mean price, quote currency, E8. */
    public long price() {
        return price;
    }

    /** Sets {@link #price()}. */
    public LiquidationMessage price(long value) {
        price = value;
        return this;
    }

    /** Quantity filled, base currency, E8. */
    public long quantity() {
        return quantity;
    }

    /** Sets {@link #quantity()}. */
    public LiquidationMessage quantity(long value) {
        quantity = value;
        return this;
    }
}
