package io.lockstep.engine.strategy;

import io.lockstep.engine.sbe.TimeInForce;

/**
 * An order being written. Defaults: market, GTC, not reduce-only. Quantities and prices are E8; the risk gate refuses what is no
 * multiple of lot and tick, so round first with the instrument's methods.
 */
public interface OrderTicket {
    /**
     * Buys.
     *
     * @param quantity base currency, E8, positive
     */
    OrderTicket buy(long quantity);

    /**
     * Sells.
     *
     * @param quantity base currency, E8, positive
     */
    OrderTicket sell(long quantity);

    /** At the market; the engine bounds it by the price collar. */
    OrderTicket market();

    /**
     * At a price or better.
     *
     * @param price quote currency, E8
     */
    OrderTicket limit(long price);

    /** A market order once the market trades through a price. */
    OrderTicket stop(long stopPrice);

    /** A limit order once the market trades through a price. */
    OrderTicket stopLimit(long stopPrice, long price);

    /** A market order once the market reaches a price in our favour. */
    OrderTicket takeProfit(long stopPrice);

    /** How long it lives. */
    OrderTicket timeInForce(TimeInForce timeInForce);

    /** Post only: refused by the venue if it would take liquidity. */
    OrderTicket postOnly();

    /** May only shrink the position. */
    OrderTicket reduceOnly();

    /** Guards a position. */
    OrderTicket protective();

    /**
     * Hands the order to the risk gate.
     *
     * @param reason the rule that asked for it, up to 32 ASCII characters
     * @return the order's id, a pure function of the event's sequence
     */
    long submit(String reason);
}
