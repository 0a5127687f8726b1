package io.lockstep.launcher.scenarios;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ConnectionStatusDecoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.StreamKind;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.TradingStateChangeDecoder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.agrona.DirectBuffer;

/** What a session saw and did, event by event. Written by the engine thread, read when it has ended. */
final class Evidence implements EngineListener {
    private final long maxDataAgeNs;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final OrderCommandDecoder command = new OrderCommandDecoder();
    private final Map<Long, Sent> sent = new LinkedHashMap<>();
    private final Map<Long, Set<ExecType>> said = new LinkedHashMap<>();
    private final Map<String, Execution> executions = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private String state = "RUN";
    private volatile long quotedNs = FixedPoint.NULL;
    private volatile boolean privateReady;
    private volatile long spokenNs = System.nanoTime();

    /** @param maxDataAgeMs age of a quote above which no new order may leave */
    Evidence(long maxDataAgeMs) {
        this.maxDataAgeNs = maxDataAgeMs * 1_000_000;
    }

    /** An order that left: what it may trade at most. */
    record Sent(OrderAction action, Side side, long quantity, long originalId) {}

    /** One execution as the journal has it, by its id. */
    record Execution(Side side, long quantity, long price, long fee, String feeAsset) {}

    /** Orders sent, by our id, new ones and replacements. */
    Map<Long, Sent> sent() {
        return sent;
    }

    /** What was said of an order. */
    Set<ExecType> said(long orderId) {
        return said.getOrDefault(orderId, Set.of());
    }

    /** Executions, each once. */
    Iterable<Execution> executions() {
        return executions.values();
    }

    /** Number of executions, each once. */
    int executionCount() {
        return executions.size();
    }

    /** What was wrong at the time. */
    List<Violation> violations() {
        return violations;
    }

    /** Trading state at the end, with its cause if it is not RUN. */
    String state() {
        return state;
    }

    /** Whether the private stream is proven and a quote is there; any thread. */
    boolean canTrade() {
        return privateReady && quotedNs != FixedPoint.NULL;
    }

    /** Whether the private stream is proven and nothing was said of an order for so long; any thread. */
    boolean isQuietFor(long ns) {
        return privateReady && System.nanoTime() - spokenNs > ns;
    }

    @Override
    public void onEvent(EngineEvent event) {
        DirectBuffer buffer = event.buffer();
        switch (event.templateId()) {
            case TopOfBookDecoder.TEMPLATE_ID -> quotedNs = event.timeNs();
            case ConnectionStatusDecoder.TEMPLATE_ID -> onStatus(buffer);
            case ExecutionReportDecoder.TEMPLATE_ID -> onReport(buffer);
            default -> {}
        }
        RecordBuffer decisions = event.decisions();
        for (int record = decisions.first(); record < decisions.end(); record = decisions.next(record)) {
            onDecision(decisions.buffer(), record, event.timeNs());
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
        spokenNs = System.nanoTime();
        report.wrapAndApplyHeader(buffer, MESSAGE_OFFSET, header);
        said.computeIfAbsent(report.orderId(), id -> EnumSet.noneOf(ExecType.class))
                .add(report.execType());
        if (report.execType() == ExecType.FILL && !report.execId().isEmpty()) {
            executions.putIfAbsent(
                    report.execId(),
                    new Execution(report.side(), report.lastQty(), report.lastPx(), report.fee(), report.feeAsset()));
        }
    }

    private void onDecision(DirectBuffer buffer, int record, long nowNs) {
        int message = record + MESSAGE_OFFSET;
        switch (RecordLayout.templateId(buffer, record)) {
            case OrderCommandDecoder.TEMPLATE_ID -> onCommand(buffer, message, nowNs);
            case TradingStateChangeDecoder.TEMPLATE_ID -> onState(buffer, message);
            default -> {}
        }
    }

    private void onCommand(DirectBuffer buffer, int message, long nowNs) {
        command.wrapAndApplyHeader(buffer, message, header);
        boolean isNew = command.action() == OrderAction.NEW;
        if (isNew || command.action() == OrderAction.REPLACE) {
            sent.put(
                    command.orderId(),
                    new Sent(command.action(), command.side(), command.quantity(), command.originalOrderId()));
        }
        if (isNew && (quotedNs == FixedPoint.NULL || nowNs - quotedNs > maxDataAgeNs)) {
            violations.add(new Violation("I13", "an order left on a stale quote: order=" + command.orderId()));
        }
        if (isNew && !privateReady) {
            violations.add(new Violation(
                    "I13", "an order left while the private stream was down: order=" + command.orderId()));
        }
    }

    private void onState(DirectBuffer buffer, int message) {
        TradingStateChangeDecoder change = new TradingStateChangeDecoder().wrapAndApplyHeader(buffer, message, header);
        String cause = change.trigger();
        if (cause.isBlank()) {
            violations.add(new Violation("I15", "a trading state without a cause: to=" + change.to()));
        }
        state = change.to() == TradingState.RUN ? "RUN" : change.to() + " " + cause;
    }
}
