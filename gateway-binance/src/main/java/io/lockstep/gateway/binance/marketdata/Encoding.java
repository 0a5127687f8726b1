package io.lockstep.gateway.binance.marketdata;

/** How market data comes. */
public enum Encoding {
    /** Text frames; both venues, all streams. */
    JSON,
    /** Binary frames; spot only, quotes, trades and books only, needs an Ed25519 API key. */
    SBE
}
