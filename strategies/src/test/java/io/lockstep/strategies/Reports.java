package io.lockstep.strategies;

import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.DenialFeedbackEncoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.ExecutionReportEncoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.sbe.TradeEncoder;
import io.lockstep.engine.sbe.TradingStatusDecoder;
import io.lockstep.engine.sbe.TradingStatusEncoder;
import io.lockstep.engine.sbe.TradingStatusKind;
import org.agrona.concurrent.UnsafeBuffer;

/** Real messages for strategies under test, in one reused buffer. */
final class Reports {
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1024]);
    private final MessageHeaderEncoder headerOut = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerIn = new MessageHeaderDecoder();

    ExecutionReportDecoder execution(FakeOrder order, ExecType type, long lastQuantity, long lastPrice) {
        ExecutionReportEncoder report = new ExecutionReportEncoder().wrapAndApplyHeader(buffer, 0, headerOut);
        report.orderId(order.id)
                .instrumentId(order.instrumentId())
                .execType(type)
                .side(order.side)
                .price(order.price)
                .quantity(order.quantity)
                .lastPx(lastPrice)
                .lastQty(lastQuantity)
                .cumQty(order.filled)
                .leavesQty(order.live ? order.leaves() : 0);
        report.reason("");
        return new ExecutionReportDecoder().wrapAndApplyHeader(buffer, 0, headerIn);
    }

    DenialFeedbackDecoder denial(FakeOrder order, OrderAction action) {
        new DenialFeedbackEncoder()
                .wrapAndApplyHeader(buffer, 0, headerOut)
                .orderId(order.id)
                .instrumentId(order.instrumentId())
                .action(action);
        return new DenialFeedbackDecoder().wrapAndApplyHeader(buffer, 0, headerIn);
    }

    TradingStatusDecoder status(int instrumentId, TradingStatusKind kind) {
        new TradingStatusEncoder()
                .wrapAndApplyHeader(buffer, 0, headerOut)
                .instrumentId(instrumentId)
                .status(kind);
        return new TradingStatusDecoder().wrapAndApplyHeader(buffer, 0, headerIn);
    }

    TradeDecoder trade(int instrumentId, long price, long quantity, Side aggressor) {
        new TradeEncoder()
                .wrapAndApplyHeader(buffer, 0, headerOut)
                .instrumentId(instrumentId)
                .price(price)
                .quantity(quantity)
                .aggressor(aggressor);
        return new TradeDecoder().wrapAndApplyHeader(buffer, 0, headerIn);
    }
}
