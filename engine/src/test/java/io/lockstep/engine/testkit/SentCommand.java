package io.lockstep.engine.testkit;

import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;

/**
 * A command a gateway was given, copied out of its buffer; components as in the {@code OrderCommand} message.
 *
 * @param orderId our id of the command
 * @param originalOrderId order to cancel or replace, else {@code FixedPoint.NULL}
 */
public record SentCommand(
        OrderAction action,
        long orderId,
        long originalOrderId,
        int accountId,
        int strategyId,
        int instrumentId,
        Side side,
        OrderType orderType,
        TimeInForce timeInForce,
        boolean reduceOnly,
        long quantity,
        long price,
        long stopPrice,
        String reason) {

    /** Copies a command. */
    public static SentCommand of(OrderCommandDecoder command) {
        return new SentCommand(
                command.action(),
                command.orderId(),
                command.originalOrderId(),
                command.accountId(),
                command.strategyId(),
                command.instrumentId(),
                command.side(),
                command.orderType(),
                command.timeInForce(),
                command.flags().reduceOnly(),
                command.quantity(),
                command.price(),
                command.stopPrice(),
                command.reason());
    }
}
