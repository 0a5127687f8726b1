package io.lockstep.gateway.binance.session;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.order.OrderCommands;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderCommandEncoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;

/** Order commands as the engine makes them: strategy 5, instrument 0, account 1. */
final class Commands {
    private Commands() {}

    /** A limit order to buy 2 at 100. */
    static OrderCommandDecoder limit(long orderId) {
        return of(
                OrderAction.NEW,
                command -> command.orderId(orderId)
                        .side(Side.BUY)
                        .orderType(OrderType.LIMIT)
                        .quantity(FixedPoint.parse("2"))
                        .price(FixedPoint.parse("100")));
    }

    /** A stop order to sell 2 below 90. */
    static OrderCommandDecoder stop(long orderId) {
        return of(
                OrderAction.NEW,
                command -> command.orderId(orderId)
                        .side(Side.SELL)
                        .orderType(OrderType.STOP_MARKET)
                        .quantity(FixedPoint.parse("2"))
                        .stopPrice(FixedPoint.parse("90")));
    }

    /** A change to another price and quantity. */
    static OrderCommandDecoder replace(long originalId, long newId, String price, String quantity) {
        return of(
                OrderAction.REPLACE,
                command -> command.orderId(newId)
                        .originalOrderId(originalId)
                        .side(Side.BUY)
                        .orderType(OrderType.LIMIT)
                        .quantity(FixedPoint.parse(quantity))
                        .price(FixedPoint.parse(price)));
    }

    /** A cancel. */
    static OrderCommandDecoder cancel(long originalId, long id) {
        return of(OrderAction.CANCEL, command -> command.orderId(id).originalOrderId(originalId));
    }

    /** A question. */
    static OrderCommandDecoder query(long orderId) {
        return of(OrderAction.QUERY, command -> command.orderId(orderId + 1).originalOrderId(orderId));
    }

    /** Anything else about the instrument. */
    static OrderCommandDecoder of(OrderAction action, Consumer<OrderCommandEncoder> fields) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
        OrderCommandEncoder command = new OrderCommandEncoder();
        command.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .causeSequence(1)
                .orderId(1)
                .originalOrderId(FixedPoint.NULL)
                .accountId(1)
                .strategyId(5)
                .instrumentId(0)
                .action(action)
                .side(Side.NONE)
                .orderType(OrderType.MARKET)
                .timeInForce(TimeInForce.GTC)
                .quantity(0)
                .reason("");
        OrderCommands.blankOptional(command);
        fields.accept(command);
        return new OrderCommandDecoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderDecoder());
    }
}
