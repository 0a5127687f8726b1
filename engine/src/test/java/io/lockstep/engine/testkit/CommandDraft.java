package io.lockstep.engine.testkit;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderClass;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderCommandEncoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;

/** Order commands for tests of what takes them. The decoder is reused: it shows the command made last. */
public final class CommandDraft {
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
    private final OrderCommandEncoder encoder = new OrderCommandEncoder();
    private final OrderCommandDecoder decoder = new OrderCommandDecoder();

    /** A new limit order of strategy 1 in account 0 on instrument 0. */
    public OrderCommandDecoder limit(long orderId, Side side, long quantity, long price) {
        return order(orderId, side, quantity, price, ignored -> {});
    }

    /** A new limit order with something special; {@code change} may set any field. */
    public OrderCommandDecoder order(
            long orderId, Side side, long quantity, long price, Consumer<OrderCommandEncoder> change) {
        return command(OrderAction.NEW, orderId, FixedPoint.NULL, each -> {
            each.side(side).quantity(quantity).price(price).orderType(OrderType.LIMIT);
            change.accept(each);
        });
    }

    /** A new market order of strategy 1 in account 0 on instrument 0. */
    public OrderCommandDecoder market(long orderId, Side side, long quantity) {
        return order(orderId, side, quantity, FixedPoint.NULL, each -> each.orderType(OrderType.MARKET));
    }

    /** A cancel of an order. */
    public OrderCommandDecoder cancel(long commandId, long orderId) {
        return command(OrderAction.CANCEL, commandId, orderId, ignored -> {});
    }

    /** A replacement of a limit order. */
    public OrderCommandDecoder replace(long newId, long orderId, Side side, long quantity, long price) {
        return command(
                OrderAction.REPLACE,
                newId,
                orderId,
                each -> each.side(side).quantity(quantity).price(price).orderType(OrderType.LIMIT));
    }

    /** Any command; {@code change} may set any field. */
    public OrderCommandDecoder command(
            OrderAction action, long orderId, long originalOrderId, Consumer<OrderCommandEncoder> change) {
        encoder.wrapAndApplyHeader(buffer, 0, headerEncoder)
                .causeSequence(1)
                .orderId(orderId)
                .originalOrderId(originalOrderId)
                .accountId(0)
                .strategyId(1)
                .instrumentId(0)
                .action(action)
                .side(Side.NONE)
                .orderType(OrderType.MARKET)
                .timeInForce(TimeInForce.GTC)
                .quantity(0)
                .price(FixedPoint.NULL)
                .stopPrice(FixedPoint.NULL)
                .displayQuantity(FixedPoint.NULL)
                .referencePrice(FixedPoint.NULL)
                .expireTimeNs(FixedPoint.NULL)
                .notional(FixedPoint.NULL)
                .trailOffset(FixedPoint.NULL)
                .trailRate(FixedPoint.NULL)
                .takeProfitPrice(FixedPoint.NULL)
                .stopLossPrice(FixedPoint.NULL)
                .stopLossLimitPrice(FixedPoint.NULL)
                .orderClass(OrderClass.SIMPLE)
                .reason("test")
                .flags()
                .clear();
        change.accept(encoder);
        return decoder.wrapAndApplyHeader(buffer, 0, headerDecoder);
    }
}
