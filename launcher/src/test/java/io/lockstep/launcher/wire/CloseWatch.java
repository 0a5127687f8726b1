package io.lockstep.launcher.wire;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.sbe.AlertDecoder;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ConnectionStatusDecoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.Severity;
import io.lockstep.engine.sbe.StreamKind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What an engine says on its way to the close. Written by the engine thread, read by any. */
final class CloseWatch implements EngineListener {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final List<String> story = new CopyOnWriteArrayList<>();
    private final long closeNs;
    private volatile long seenNs;
    private volatile boolean ready;
    private volatile boolean overdue;
    private volatile boolean bought;
    private volatile boolean alarmed;
    private volatile long rejections;
    private volatile long parts;

    /** @param closeNs when the exchange closes, UTC, nanoseconds */
    CloseWatch(long closeNs) {
        this.closeNs = closeNs;
    }

    /** Up to when the engine knows the time, UTC, nanoseconds. */
    long seenNs() {
        return seenNs;
    }

    /** Whether its account may send orders: its stream is up, and its books are not overdue for comparison. */
    boolean isReady() {
        return ready && !overdue;
    }

    /** Whether its stream was ever up. */
    boolean hasBeenReady() {
        return ready;
    }

    /** Whether the entry is filled. */
    boolean hasBought() {
        return bought;
    }

    /** Whether a person was called before the close. */
    boolean isAlarmed() {
        return alarmed;
    }

    /** Orders the venue refused. */
    long rejections() {
        return rejections;
    }

    /** Fills that left something open. */
    long parts() {
        return parts;
    }

    @Override
    public void onEvent(EngineEvent event) {
        seenNs = Math.max(seenNs, event.timeNs());
        switch (event.templateId()) {
            case ExecutionReportDecoder.TEMPLATE_ID ->
                onReport(new ExecutionReportDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header));
            case ConnectionStatusDecoder.TEMPLATE_ID ->
                onStatus(new ConnectionStatusDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header));
            default -> {}
        }
        RecordBuffer decisions = event.decisions();
        for (int record = decisions.first(); record < decisions.end(); record = decisions.next(record)) {
            if (RecordLayout.templateId(decisions.buffer(), record) == AlertDecoder.TEMPLATE_ID) {
                onAlert(
                        new AlertDecoder().wrapAndApplyHeader(decisions.buffer(), record + MESSAGE_OFFSET, header),
                        event.timeNs());
            }
        }
    }

    @Override
    public String toString() {
        return String.join("\n", story);
    }

    private void onReport(ExecutionReportDecoder report) {
        story.add(Long.toString((seenNs - closeNs) / 1_000_000) + " ms: " + report.execType() + " order="
                + report.orderId() + " cum=" + report.cumQty() + " leaves=" + report.leavesQty());
        boolean fill = report.execType() == ExecType.FILL;
        bought |= fill && report.leavesQty() == 0;
        parts += fill && report.leavesQty() > 0 ? 1 : 0;
        rejections += report.execType() == ExecType.REJECTED ? 1 : 0;
    }

    private void onStatus(ConnectionStatusDecoder status) {
        ready |= status.stream() == StreamKind.USER_DATA && status.state() == ConnectionState.READY;
    }

    private void onAlert(AlertDecoder alert, long timeNs) {
        alarmed |= alert.severity() == Severity.CRITICAL && timeNs < closeNs;
        String code = alert.code();
        overdue = code.equals("RECONCILE_OVERDUE") || overdue && !code.equals("RECONCILED");
        if (!code.startsWith("RECONCILE")) {
            story.add(Long.toString((timeNs - closeNs) / 1_000_000) + " ms: " + code + " " + alert.detail());
        }
    }
}
