package io.lockstep.gateway.binance.orderentry.request;

import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;

/**
 * What two orders of one template share.
 *
 * @param side buy or sell
 * @param type how its price works
 * @param timeInForce how long it lives; ignored where the venue takes none
 * @param reduceOnly may only shrink the position; futures only
 * @param closePosition closes whatever is there when triggered; futures conditional market orders only
 * @param iceberg shows only a part; spot only
 * @param byValue has a value instead of a quantity; spot market orders only
 */
public record OrderKind(
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        boolean reduceOnly,
        boolean closePosition,
        boolean iceberg,
        boolean byValue) {

    /** A plain order. */
    public static OrderKind of(Side side, OrderType type, TimeInForce timeInForce) {
        return new OrderKind(side, type, timeInForce, false, false, false, false);
    }

    /** Whether the venue watches a trigger price first. */
    boolean isConditional() {
        return switch (type) {
            case STOP_MARKET, STOP_LIMIT, TAKE_PROFIT_MARKET, TAKE_PROFIT_LIMIT, TRAILING_STOP -> true;
            default -> false;
        };
    }

    /** Whether it has a limit price. */
    boolean isPriced() {
        return switch (type) {
            case LIMIT, STOP_LIMIT, TAKE_PROFIT_LIMIT -> true;
            default -> false;
        };
    }
}
