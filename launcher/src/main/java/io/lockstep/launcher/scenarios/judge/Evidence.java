package io.lockstep.launcher.scenarios.judge;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ConnectionStatusDecoder;
import io.lockstep.engine.sbe.DepthUpdateDecoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderOutcomeDecoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.StreamKind;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.TradingStateChangeDecoder;
import io.lockstep.launcher.swarm.invariant.Invariant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;

/** What a session's journal says it saw, decided and was told, record by record. One thread. */
public final class Evidence {
    private final long maxDataAgeNs;
    private final Findings findings;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final OrderCommandDecoder command = new OrderCommandDecoder();
    private final Map<Long, Sent> sent = new LinkedHashMap<>();
    private final Map<Long, List<ExecType>> said = new LinkedHashMap<>();
    private final Map<String, Execution> executions = new LinkedHashMap<>();
    private String state = TradingState.RUN.name();
    private long quotedNs = FixedPoint.NULL;
    private boolean privateReady;

    /**
     * Evidence of nothing yet.
     *
     * @param maxDataAgeMs age of a quote above which no new order may leave
     * @param findings told what was wrong at the time
     */
    public Evidence(long maxDataAgeMs, Findings findings) {
        this.maxDataAgeNs = maxDataAgeMs * 1_000_000;
        this.findings = findings;
    }

    /** A new order or a change of one, as journaled: what it may trade at most. */
    record Sent(OrderAction action, Side side, long quantity, long originalId, long timeNs) {
        boolean isNew() {
            return action == OrderAction.NEW;
        }
    }

    /** One execution. */
    record Execution(Side side, long quantity, long price, long fee, String feeAsset) {
        long signedQuantity() {
            return side == Side.BUY ? quantity : -quantity;
        }
    }

    /** New orders and changes, by our id. */
    Map<Long, Sent> sent() {
        return sent;
    }

    /** What was said of an order, in order. */
    List<ExecType> said(long orderId) {
        return said.getOrDefault(orderId, List.of());
    }

    /** Executions, each once, by their id. */
    Map<String, Execution> executions() {
        return executions;
    }

    /** How many executions the journal has, each once. */
    public int executionCount() {
        return executions.size();
    }

    /** Trading state at the end, with its cause if it is not RUN. */
    public String state() {
        return state;
    }

    /** Takes in an input record. */
    void onInput(EngineEvent event) {
        switch (event.templateId()) {
            case TopOfBookDecoder.TEMPLATE_ID, DepthUpdateDecoder.TEMPLATE_ID -> quotedNs = event.timeNs();
            case ConnectionStatusDecoder.TEMPLATE_ID -> onStatus(event.buffer());
            case ExecutionReportDecoder.TEMPLATE_ID -> onReport(event.buffer());
            default -> {}
        }
    }

    /** Takes in a decision that was made of the input taken in last. */
    void onDecision(EngineEvent decision) {
        switch (decision.templateId()) {
            case OrderCommandDecoder.TEMPLATE_ID -> onCommand(decision.buffer(), decision.timeNs());
            case OrderOutcomeDecoder.TEMPLATE_ID -> onOutcome(decision.buffer());
            case TradingStateChangeDecoder.TEMPLATE_ID -> onState(decision.buffer());
            default -> {}
        }
    }

    private void onStatus(DirectBuffer buffer) {
        ConnectionStatusDecoder status =
                new ConnectionStatusDecoder().wrapAndApplyHeader(buffer, MESSAGE_OFFSET, header);
        if (status.stream() == StreamKind.USER_DATA) {
            privateReady = status.state() == ConnectionState.READY;
        } else if (status.stream() == StreamKind.MARKET_DATA && status.state() == ConnectionState.DOWN) {
            quotedNs = FixedPoint.NULL;
        }
    }

    private void onReport(DirectBuffer buffer) {
        report.wrapAndApplyHeader(buffer, MESSAGE_OFFSET, header);
        say(report.orderId(), report.execType());
        if (report.execType() == ExecType.FILL && !report.execId().isEmpty()) {
            executions.putIfAbsent(
                    report.execId(),
                    new Execution(report.side(), report.lastQty(), report.lastPx(), report.fee(), report.feeAsset()));
        }
    }

    private void onOutcome(DirectBuffer buffer) {
        OrderOutcomeDecoder outcome = new OrderOutcomeDecoder().wrapAndApplyHeader(buffer, MESSAGE_OFFSET, header);
        say(outcome.orderId(), outcome.execType());
    }

    private void say(long orderId, ExecType type) {
        said.computeIfAbsent(orderId, id -> new ArrayList<>()).add(type);
    }

    private void onCommand(DirectBuffer buffer, long nowNs) {
        command.wrapAndApplyHeader(buffer, MESSAGE_OFFSET, header);
        long orderId = command.orderId();
        if (command.action() == OrderAction.NEW || command.action() == OrderAction.REPLACE) {
            sent.put(
                    orderId,
                    new Sent(command.action(), command.side(), command.quantity(), command.originalOrderId(), nowNs));
        }
        if (command.action() == OrderAction.NEW) {
            boolean fresh = quotedNs != FixedPoint.NULL && nowNs - quotedNs <= maxDataAgeNs;
            findings.require(Invariant.I13, fresh, () -> "an order left on a stale quote: order=" + orderId);
            findings.require(
                    Invariant.I12,
                    privateReady,
                    () -> "an order left while the private stream was not proven: order=" + orderId);
        }
    }

    private void onState(DirectBuffer buffer) {
        TradingStateChangeDecoder change =
                new TradingStateChangeDecoder().wrapAndApplyHeader(buffer, MESSAGE_OFFSET, header);
        String cause = change.trigger();
        TradingState to = change.to();
        findings.require(Invariant.I15, !cause.isBlank(), () -> "a trading state without a cause: to=" + to);
        state = to == TradingState.RUN ? to.name() : to + " " + cause;
    }
}
