package io.lockstep.launcher.scenarios.judge;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ConnectionStatusEncoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandEncoder;
import io.lockstep.engine.sbe.OrderOutcomeEncoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.StreamKind;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.engine.sbe.TimerTickEncoder;
import io.lockstep.engine.sbe.TopOfBookEncoder;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.TradingStateChangeEncoder;

/** Records as a journal has them, at a time that passes by hand. */
final class Records {
    static final long QUANTITY = FixedPoint.ONE;

    private static final long NS_PER_MS = 1_000_000;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private long timeNs = NS_PER_MS;

    void passMs(long milliseconds) {
        timeNs += milliseconds * NS_PER_MS;
    }

    EngineEvent tick(long intervalNs) {
        EngineEvent event = new EngineEvent();
        TimerTickEncoder tick = new TimerTickEncoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        return done(event, tick.intervalNs(intervalNs).limit());
    }

    EngineEvent quote() {
        EngineEvent event = new EngineEvent();
        TopOfBookEncoder quote = new TopOfBookEncoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        return done(event, quote.instrumentId(0).limit());
    }

    EngineEvent ready() {
        EngineEvent event = new EngineEvent();
        ConnectionStatusEncoder status = new ConnectionStatusEncoder()
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header).stream(StreamKind.USER_DATA)
                        .state(ConnectionState.READY)
                        .reason("");
        return done(event, status.limit());
    }

    EngineEvent report(long orderId, ExecType type) {
        EngineEvent event = new EngineEvent();
        return done(event, report(event, orderId, type).reason("").limit());
    }

    EngineEvent fill(long orderId, String execId, Side side, long quantity, long price) {
        EngineEvent event = new EngineEvent();
        ExecutionReportEncoder report = report(event, orderId, ExecType.FILL)
                .side(side)
                .lastQty(quantity)
                .lastPx(price)
                .fee(1)
                .feeAsset("USDT")
                .execId(execId)
                .reason("");
        return done(event, report.limit());
    }

    EngineEvent order(long orderId, Side side) {
        EngineEvent event = new EngineEvent();
        OrderCommandEncoder command = new OrderCommandEncoder()
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .causeSequence(1)
                .orderId(orderId)
                .originalOrderId(FixedPoint.NULL)
                .action(OrderAction.NEW)
                .side(side)
                .orderType(OrderType.MARKET)
                .timeInForce(TimeInForce.GTC)
                .quantity(QUANTITY)
                .reason("");
        return done(event, command.limit());
    }

    EngineEvent outcome(long orderId, ExecType type) {
        EngineEvent event = new EngineEvent();
        OrderOutcomeEncoder outcome = new OrderOutcomeEncoder()
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .causeSequence(1)
                .orderId(orderId)
                .execType(type)
                .reason("");
        return done(event, outcome.limit());
    }

    EngineEvent state(String trigger) {
        EngineEvent event = new EngineEvent();
        TradingStateChangeEncoder change = new TradingStateChangeEncoder()
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .causeSequence(1)
                .scopeKind(ScopeKind.ENGINE)
                .scopeId(0)
                .from(TradingState.RUN)
                .to(TradingState.HALT)
                .trigger(trigger);
        return done(event, change.limit());
    }

    private ExecutionReportEncoder report(EngineEvent event, long orderId, ExecType type) {
        return new ExecutionReportEncoder()
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .orderId(orderId)
                .execType(type)
                .source(ReportSource.STREAM)
                .side(Side.NONE)
                .feeAsset("")
                .execId("");
    }

    private EngineEvent done(EngineEvent event, int end) {
        event.complete(end, timeNs);
        return event;
    }
}
