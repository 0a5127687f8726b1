package io.lockstep.gateway.binance.marketdata;

/** Which public trades are wanted. */
public enum TradeStream {
    /** None. */
    NONE,
    /** Every trade by itself; on futures served but not documented. */
    SINGLE,
    /** Fills of one taker order at one price as one. */
    AGGREGATE
}
