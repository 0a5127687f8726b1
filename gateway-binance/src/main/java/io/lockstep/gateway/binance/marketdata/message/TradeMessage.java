package io.lockstep.gateway.binance.marketdata.message;

/** A public trade, or several of one aggressor at one price; mutable and reused. */
public final class TradeMessage {
    private int instrumentId;
    private boolean buyerIsMaker;
    private boolean offMarket;
    private long exchangeTimeNs;
    private long firstTradeId;
    private long lastTradeId;
    private long price;
    private long quantity;

    /** Instrument. */
    public int instrumentId() {
        return instrumentId;
    }

    /** Sets {@link #instrumentId()}. */
    public TradeMessage instrumentId(int value) {
        instrumentId = value;
        return this;
    }

    /** Whether the buyer rested, so that the aggressor sold. */
    public boolean buyerIsMaker() {
        return buyerIsMaker;
    }

    /** Sets {@link #buyerIsMaker()}. */
    public TradeMessage buyerIsMaker(boolean value) {
        buyerIsMaker = value;
        return this;
    }

    /** Whether it is no ordinary match (insurance fund, ADL): not for bars or volume. */
    public boolean offMarket() {
        return offMarket;
    }

    /** Sets {@link #offMarket()}. */
    public TradeMessage offMarket(boolean value) {
        offMarket = value;
        return this;
    }

    /** When it was made, UTC, nanoseconds. */
    public long exchangeTimeNs() {
        return exchangeTimeNs;
    }

    /** Sets {@link #exchangeTimeNs()}. */
    public TradeMessage exchangeTimeNs(long value) {
        exchangeTimeNs = value;
        return this;
    }

    /** First or only trade id. */
    public long firstTradeId() {
        return firstTradeId;
    }

    /** Sets {@link #firstTradeId()}. */
    public TradeMessage firstTradeId(long value) {
        firstTradeId = value;
        return this;
    }

    /** Last trade id. */
    public long lastTradeId() {
        return lastTradeId;
    }

    /** Sets {@link #lastTradeId()}. */
    public TradeMessage lastTradeId(long value) {
        lastTradeId = value;
        return this;
    }

    /** Price, quote currency, E8. */
    public long price() {
        return price;
    }

    /** Sets {@link #price()}. */
    public TradeMessage price(long value) {
        price = value;
        return this;
    }

    /** Size, base currency, E8. */
    public long quantity() {
        return quantity;
    }

    /** Sets {@link #quantity()}. */
    public TradeMessage quantity(long value) {
        quantity = value;
        return this;
    }
}
