package io.lockstep.launcher.scenarios;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ConnectionStatusDecoder;
import io.lockstep.engine.sbe.DepthUpdateDecoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderOutcomeDecoder;
import io.lockstep.engine.sbe.ReconciliationKind;
import io.lockstep.engine.sbe.ReconciliationMarkDecoder;
import io.lockstep.engine.sbe.ReconciliationPhase;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.sbe.StreamKind;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.TradingStateChangeDecoder;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.agrona.DirectBuffer;

/** Tells from a session's events when it can trade and when it has come to rest. The engine thread writes, any thread asks. */
final class SessionWatch implements EngineListener {
    private static final Set<ExecType> ENDED =
            EnumSet.of(ExecType.CANCELED, ExecType.REJECTED, ExecType.EXPIRED, ExecType.PRESUMED_ABSENT);

    private final Set<ReconciliationKind> lists;
    private final Map<ReconciliationKind, Long> listedNs = new EnumMap<>(ReconciliationKind.class);
    private final Map<Long, Long> firstIds = new HashMap<>();
    private final Map<Long, Long> leaves = new HashMap<>();
    private final Set<String> executions = new HashSet<>();
    private final Set<Long> unknown = new HashSet<>();
    private final Set<Long> ended = new HashSet<>();
    private final OrderCommandDecoder command = new OrderCommandDecoder();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final ReconciliationMarkDecoder mark = new ReconciliationMarkDecoder();
    private final OrderOutcomeDecoder outcome = new OrderOutcomeDecoder();
    private final TradingStateChangeDecoder change = new TradingStateChangeDecoder();
    private volatile boolean quoted;
    private volatile boolean privateReady;
    private volatile boolean halted;
    private volatile boolean known = true;
    private volatile long spokenNs;
    private volatile long allListedNs = Long.MIN_VALUE;

    /** @param lists what the venue lists of an account */
    SessionWatch(Set<ReconciliationKind> lists) {
        this.lists = Set.copyOf(lists);
    }

    /** Whether the private stream is proven and a quote is there. */
    boolean canTrade() {
        return privateReady && quoted;
    }

    /** Whether it stands lower than RUN, where no new order can be expected of it. */
    boolean isHalted() {
        return halted;
    }

    /**
     * Whether the private stream is proven, no outcome is open, and everything the venue lists was asked for since a time and since anything was last
     * said of an order, and came whole.
     *
     * @param sinceNs UTC, nanoseconds
     */
    boolean isAtRest(long sinceNs) {
        return privateReady && known && allListedNs > Math.max(sinceNs, spokenNs);
    }

    /** What it waits for, in words. */
    String waitsFor() {
        return "privateReady=" + privateReady + ", quoted=" + quoted + ", outcomesKnown=" + known + ", halted="
                + halted;
    }

    @Override
    public void onEvent(EngineEvent event) {
        switch (event.templateId()) {
            case TopOfBookDecoder.TEMPLATE_ID, DepthUpdateDecoder.TEMPLATE_ID -> quoted = true;
            case ConnectionStatusDecoder.TEMPLATE_ID -> onStatus(event.buffer());
            case ExecutionReportDecoder.TEMPLATE_ID -> onReport(event);
            case ReconciliationMarkDecoder.TEMPLATE_ID -> onMark(event.buffer());
            default -> {}
        }
        RecordBuffer decisions = event.decisions();
        for (int record = decisions.first(); record < decisions.end(); record = decisions.next(record)) {
            onDecision(decisions.buffer(), record);
        }
    }

    private void onStatus(DirectBuffer buffer) {
        ConnectionStatusDecoder status =
                new ConnectionStatusDecoder().wrapAndApplyHeader(buffer, MESSAGE_OFFSET, header);
        if (status.stream() == StreamKind.USER_DATA) {
            privateReady = status.state() == ConnectionState.READY;
        } else if (status.stream() == StreamKind.MARKET_DATA && status.state() == ConnectionState.DOWN) {
            quoted = false;
        }
    }

    private void onReport(EngineEvent event) {
        report.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        ExecType type = report.execType();
        if (report.source() != ReportSource.RECONCILIATION || type == ExecType.FILL) {
            spokenNs = event.timeNs();
        }
        boolean over = switch (type) {
            case FILL -> isFilled();
            case STATUS -> report.leavesQty() == 0 && !firstIds.containsValue(report.orderId());
            default -> ENDED.contains(type);
        };
        heard(report.orderId(), type, over);
    }

    private void onCommand() {
        long original = command.originalOrderId();
        if (command.action() == OrderAction.NEW) {
            leaves.put(command.orderId(), command.quantity());
        } else if (command.action() == OrderAction.REPLACE) {
            firstIds.put(command.orderId(), firstIds.getOrDefault(original, original));
        }
    }

    /** Not every list says what an order has left. */
    private boolean isFilled() {
        long firstId = firstIds.getOrDefault(report.orderId(), report.orderId());
        if (executions.add(report.execId())) {
            leaves.merge(firstId, -report.lastQty(), Long::sum);
        }
        return leaves.getOrDefault(firstId, 0L) <= 0;
    }

    /** An order goes by its first id here, however often it is changed. */
    private void heard(long orderId, ExecType type, boolean over) {
        long firstId = firstIds.getOrDefault(orderId, orderId);
        if (over) {
            ended.add(firstId);
        }
        if (type == ExecType.OUTCOME_UNKNOWN && !ended.contains(firstId)) {
            unknown.add(firstId);
        } else if (type != ExecType.NOT_FOUND) {
            unknown.remove(firstId);
        }
        known = unknown.isEmpty();
    }

    private void onMark(DirectBuffer buffer) {
        mark.wrapAndApplyHeader(buffer, MESSAGE_OFFSET, header);
        if (mark.phase() == ReconciliationPhase.END) {
            listedNs.put(mark.kind(), mark.requestedNs());
            allListedNs = lists.stream()
                    .mapToLong(each -> listedNs.getOrDefault(each, Long.MIN_VALUE))
                    .min()
                    .orElse(Long.MIN_VALUE);
        }
    }

    private void onDecision(DirectBuffer buffer, int record) {
        int message = record + MESSAGE_OFFSET;
        switch (RecordLayout.templateId(buffer, record)) {
            case OrderCommandDecoder.TEMPLATE_ID -> {
                command.wrapAndApplyHeader(buffer, message, header);
                onCommand();
            }
            case OrderOutcomeDecoder.TEMPLATE_ID -> {
                outcome.wrapAndApplyHeader(buffer, message, header);
                heard(outcome.orderId(), outcome.execType(), ENDED.contains(outcome.execType()));
            }
            case TradingStateChangeDecoder.TEMPLATE_ID ->
                halted = change.wrapAndApplyHeader(buffer, message, header).to() != TradingState.RUN;
            default -> {}
        }
    }
}
