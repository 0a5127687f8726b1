package io.lockstep.engine.pipeline;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.DenialFeedbackEncoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportEncoder;
import io.lockstep.engine.sbe.Liquidity;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderDeniedDecoder;
import io.lockstep.engine.sbe.OrderOutcomeDecoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import org.agrona.DirectBuffer;

/**
 * What the engine has to tell itself: denials and local refusals on their way back into the ring. When the ring is full they wait here, in
 * order, and are never dropped. Owned by the routing handler.
 */
final class FeedbackQueue {
    private static final int ROOM = 1 << 16;

    private final Counters counters;
    private final RecordBuffer waiting = new RecordBuffer(ROOM);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final DenialFeedbackEncoder denial = new DenialFeedbackEncoder();
    private final ExecutionReportEncoder report = new ExecutionReportEncoder();
    private int sent;
    private int sentCount;

    FeedbackQueue(Counters counters) {
        this.counters = counters;
    }

    boolean isEmpty() {
        return sent == waiting.end();
    }

    void denied(OrderDeniedDecoder decision, long timeNs) {
        denial.wrapAndApplyHeader(waiting.buffer(), claim() + MESSAGE_OFFSET, header)
                .orderId(decision.orderId())
                .strategyId(decision.strategyId())
                .instrumentId(decision.instrumentId())
                .reason(decision.reason())
                .action(decision.action())
                .limitValue(decision.limitValue())
                .actualValue(decision.actualValue());
        waiting.commit(denial.limit(), timeNs);
    }

    /** The engine settled an order itself: its strategy hears it as a report. */
    void settled(OrderOutcomeDecoder outcome, long timeNs) {
        begin(outcome.orderId(), outcome.accountId(), outcome.strategyId(), outcome.instrumentId())
                .execType(outcome.execType())
                .source(ReportSource.LOCAL)
                .side(outcome.side())
                .liquidity(Liquidity.NONE)
                .price(outcome.price())
                .quantity(outcome.quantity())
                .cumQty(outcome.cumQty())
                .reason(outcome.reason());
        waiting.commit(report.limit(), timeNs);
    }

    /** A command was stopped at the last step: no byte of it has left. */
    void refused(OrderCommandDecoder command, String reason, long timeNs) {
        boolean replace = command.action() == OrderAction.REPLACE;
        begin(command.orderId(), command.accountId(), command.strategyId(), command.instrumentId())
                .execType(replace ? ExecType.REPLACE_REJECTED : ExecType.REJECTED)
                .source(ReportSource.LOCAL)
                .side(command.side())
                .liquidity(Liquidity.NONE)
                .price(command.price())
                .quantity(command.quantity())
                .cumQty(0)
                .reason(reason);
        waiting.commit(report.limit(), timeNs);
    }

    /** A report of which nothing traded, with what the caller still has to say left open. */
    private ExecutionReportEncoder begin(long orderId, int accountId, int strategyId, int instrumentId) {
        return report.wrapAndApplyHeader(waiting.buffer(), claim() + MESSAGE_OFFSET, header)
                .orderId(orderId)
                .accountId(accountId)
                .strategyId(strategyId)
                .instrumentId(instrumentId)
                .lastPx(0)
                .lastQty(0)
                .leavesQty(0)
                .fee(0)
                .feeAsset("")
                .exchangeTimeNs(FixedPoint.NULL)
                .venueCode(ExecutionReportEncoder.venueCodeNullValue())
                .venueOrderId("")
                .execId("");
    }

    /** Publishes what the ring has room for. */
    void flush(EventPublisher publisher) {
        while (sent < waiting.end()) {
            EngineEvent event = publisher.tryClaim();
            if (event == null) {
                counters.set(Counter.FEEDBACK_WAITING, waiting.count() - sentCount);
                return;
            }
            event.copyFrom(waiting.buffer(), sent, RecordLayout.length(waiting.buffer(), sent));
            publisher.publish(event);
            advance();
        }
        clear();
    }

    /**
     * In a replay what was told comes back as recorded inputs: the oldest one waiting is told.
     *
     * @throws IllegalStateException if the recorded one is another
     */
    void settle(EngineEvent event) {
        if (isEmpty()) {
            throw new IllegalStateException("feedback was never decided: sequence=" + event.sequence());
        }
        long decided = orderId(waiting.buffer(), sent);
        long told = orderId(event.buffer(), 0);
        if (decided != told) {
            throw new IllegalStateException(
                    "feedback differs: sequence=" + event.sequence() + ", order=" + told + ", decided=" + decided);
        }
        advance();
        if (isEmpty()) {
            clear();
        }
    }

    private int claim() {
        if (!waiting.hasRoom()) {
            waiting.discardBefore(sent);
            sent = 0;
            sentCount = 0;
        }
        return waiting.claimAlways();
    }

    private void advance() {
        sent = waiting.next(sent);
        sentCount++;
    }

    /** A denial and a report both begin with the order's id. */
    private static long orderId(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + RecordLayout.BODY_OFFSET);
    }

    private void clear() {
        if (waiting.count() > 0) {
            waiting.clear();
            sent = 0;
            sentCount = 0;
            counters.set(Counter.FEEDBACK_WAITING, 0);
        }
    }
}
