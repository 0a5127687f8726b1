package io.lockstep.simulator.alpaca.order;

import io.lockstep.engine.instrument.FixedPoint;

/**
 * What an order asks for. Prices quote currency, quantities shares or coins, E8; absent is {@code FixedPoint.NULL}.
 *
 * @param isBuy whether it buys
 * @param kind how its price works
 * @param tif how long it lives
 * @param quantity how much, absent for an order by value
 * @param notional value to trade instead of a quantity
 * @param limit limit price
 * @param stop stop price
 * @param trailPrice distance of a trailing stop
 * @param trailPercent distance of a trailing stop, percent
 * @param extendedHours whether it may trade outside the core session
 */
public record OrderTerms(
        boolean isBuy,
        OrderKind kind,
        Tif tif,
        long quantity,
        long notional,
        long limit,
        long stop,
        long trailPrice,
        long trailPercent,
        boolean extendedHours) {

    /** Whether it is for parts of a share, or by value. */
    public boolean isFractional() {
        return notional != FixedPoint.NULL || !FixedPoint.isMultipleOf(quantity, FixedPoint.ONE);
    }

    OrderTerms withQuantity(long newQuantity) {
        return new OrderTerms(
                isBuy, kind, tif, newQuantity, notional, limit, stop, trailPrice, trailPercent, extendedHours);
    }

    /** The terms of a leg that takes profit. */
    public static OrderTerms takeProfit(boolean buy, Tif tif, long quantity, long limit) {
        long none = FixedPoint.NULL;
        return new OrderTerms(buy, OrderKind.LIMIT, tif, quantity, none, limit, none, none, none, false);
    }

    /** The terms of a leg that stops a loss; with a limit it is a stop-limit order. */
    public static OrderTerms stopLoss(boolean buy, Tif tif, long quantity, long stop, long limit) {
        long none = FixedPoint.NULL;
        OrderKind kind = limit == none ? OrderKind.STOP : OrderKind.STOP_LIMIT;
        return new OrderTerms(buy, kind, tif, quantity, none, limit, stop, none, none, false);
    }
}
