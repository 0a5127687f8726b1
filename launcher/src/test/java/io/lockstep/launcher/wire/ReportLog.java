package io.lockstep.launcher.wire;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ConnectionStatusDecoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.StreamKind;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes an engine's place behind a way to a venue: keeps the last quote and everything said of orders. Any thread. */
final class ReportLog implements EventPublisher {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final List<Report> reports = new ArrayList<>();
    private boolean ready;
    private long bid;
    private long ask;

    /** One report, as {@code ExecutionReport} says it. */
    record Report(
            long orderId, ExecType type, long lastQty, long cumQty, long leavesQty, String execId, String reason) {
        /** Whether it says again what another one says: an answer and the stream tell the same. */
        private boolean repeats(Report other) {
            return type == other.type && (type == ExecType.FILL ? execId.equals(other.execId) : cumQty == other.cumQty);
        }

        @Override
        public String toString() {
            return type + " cum=" + FixedPoint.format(cumQty) + " leaves=" + FixedPoint.format(leavesQty)
                    + (reason.isEmpty() ? "" : " " + reason);
        }
    }

    @Override
    public EngineEvent tryClaim() {
        return new EngineEvent();
    }

    @Override
    public EngineEvent claim() {
        return new EngineEvent();
    }

    @Override
    public synchronized void publish(EngineEvent event) {
        switch (event.templateId()) {
            case ExecutionReportDecoder.TEMPLATE_ID -> add(event);
            case TopOfBookDecoder.TEMPLATE_ID -> {
                TopOfBookDecoder top =
                        new TopOfBookDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                bid = top.bidPrice();
                ask = top.askPrice();
            }
            case ConnectionStatusDecoder.TEMPLATE_ID -> {
                ConnectionStatusDecoder status =
                        new ConnectionStatusDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                ready |= status.stream() == StreamKind.USER_DATA && status.state() == ConnectionState.READY;
            }
            default -> {}
        }
    }

    /** Whether orders may be sent and a quote is there to price them by. */
    synchronized boolean isReady() {
        return ready && bid > 0 && ask > 0;
    }

    synchronized long bid() {
        return bid;
    }

    synchronized long ask() {
        return ask;
    }

    /** What was said of an order, in order, each thing once. */
    synchronized List<Report> of(long orderId) {
        List<Report> found = new ArrayList<>();
        for (Report report : reports) {
            if (report.orderId() == orderId && found.stream().noneMatch(report::repeats)) {
                found.add(report);
            }
        }
        return found;
    }

    /** What kinds of things were said of an order. */
    Set<ExecType> kinds(long orderId) {
        Set<ExecType> kinds = new LinkedHashSet<>();
        of(orderId).forEach(report -> kinds.add(report.type()));
        return kinds;
    }

    /** What an order has traded by the reports of its fills, E8; each execution counts once. */
    long traded(long orderId) {
        return of(orderId).stream().mapToLong(Report::lastQty).sum();
    }

    private void add(EngineEvent event) {
        ExecutionReportDecoder report =
                new ExecutionReportDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        reports.add(new Report(
                report.orderId(),
                report.execType(),
                report.execType() == ExecType.FILL ? report.lastQty() : 0,
                report.cumQty(),
                report.leavesQty(),
                report.execId(),
                report.reason()));
    }
}
