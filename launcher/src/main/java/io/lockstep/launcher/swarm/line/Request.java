package io.lockstep.launcher.swarm.line;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.launcher.swarm.venue.OrderWish;

/**
 * A command on its way, copied from the engine's record.
 *
 * @param action what is asked for
 * @param orderId id of the command
 * @param originalOrderId order it is about; {@code FixedPoint.NULL} for none
 * @param strategyId strategy it is for
 * @param instrumentId instrument
 * @param buy whether it buys
 * @param market whether it takes what there is once it is live
 * @param price limit price, E8, or {@code FixedPoint.NULL}
 * @param stopPrice price that makes it live, E8, or {@code FixedPoint.NULL}
 * @param quantity E8
 * @param reduceOnly whether it may only shrink the position
 * @param expireNs end of a countdown, nanoseconds
 */
public record Request(
        OrderAction action,
        long orderId,
        long originalOrderId,
        int strategyId,
        int instrumentId,
        boolean buy,
        boolean market,
        long price,
        long stopPrice,
        long quantity,
        boolean reduceOnly,
        long expireNs) {
    static Request of(OrderCommandDecoder command) {
        OrderType type = command.orderType();
        boolean limit = type == OrderType.LIMIT || type == OrderType.STOP_LIMIT || type == OrderType.TAKE_PROFIT_LIMIT;
        boolean replace = command.action() == OrderAction.REPLACE;
        return new Request(
                command.action(),
                command.orderId(),
                command.originalOrderId(),
                command.strategyId(),
                command.instrumentId(),
                command.side() == Side.BUY,
                !limit && !replace,
                command.price(),
                command.stopPrice(),
                command.quantity(),
                command.flags().reduceOnly(),
                command.expireTimeNs());
    }

    /** The order it is about: its own for a new one. */
    long subject() {
        return originalOrderId == FixedPoint.NULL ? orderId : originalOrderId;
    }

    /** Whether it is about one order, and travels by the socket. */
    boolean isAboutAnOrder() {
        return switch (action) {
            case NEW, CANCEL, REPLACE, QUERY -> true;
            default -> false;
        };
    }

    /** A question after an order. */
    Request asking(long about) {
        return new Request(
                OrderAction.QUERY,
                orderId,
                about,
                strategyId,
                instrumentId,
                buy,
                market,
                price,
                stopPrice,
                quantity,
                reduceOnly,
                expireNs);
    }

    OrderWish wish() {
        return new OrderWish(orderId, strategyId, instrumentId, buy, market, price, stopPrice, quantity, reduceOnly);
    }
}
