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

    /**
     * Buys or sells as many whole lots as a value pays for at the price of the moment, in place of the quantity named before.
     *
     * @param value quote currency, E8, positive
     */
    OrderTicket notional(long value);

    /**
     * A market order once the market has turned by a distance from the best price since.
     *
     * @param distance quote currency, E8, positive
     */
    OrderTicket trail(long distance);

    /**
     * As {@link #trail}, with the distance as a share of the price.
     *
     * @param rate E8, positive: 0.01 is one percent
     */
    OrderTicket trailRate(long rate);

    /**
     * Comes with its protection as one unit: what trades of it is guarded by a stop and by a price at which the profit is taken. If the stop is not
     * acknowledged in time the position is closed. Protective orders are not among the working orders of the context; their fills come as reports.
     *
     * @param stopLoss quote currency, E8
     * @param takeProfit quote currency, E8, or {@code FixedPoint.NULL} for none
     */
    OrderTicket bracket(long stopLoss, long takeProfit);

    /**
     * Closes what is held by whichever comes first, a stop or a profit; give the quantity with {@link #sell} for a long position and {@link #buy} for a
     * short one.
     *
     * @param stopLoss quote currency, E8
     * @param takeProfit quote currency, E8
     */
    OrderTicket oneCancelsOther(long stopLoss, long takeProfit);

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
