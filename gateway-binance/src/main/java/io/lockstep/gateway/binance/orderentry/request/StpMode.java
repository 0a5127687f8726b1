package io.lockstep.gateway.binance.orderentry.request;

/** What the venue does when two of our orders would meet; always sent, because the venues' own defaults differ by page and symbol. */
public enum StpMode {
    /** They trade. Futures and spot. */
    NONE,
    /** The newer order's rest expires. */
    EXPIRE_TAKER,
    /** The older order expires. */
    EXPIRE_MAKER,
    /** Both expire. */
    EXPIRE_BOTH,
    /** Both lose the quantity that met; spot only. */
    DECREMENT
}
