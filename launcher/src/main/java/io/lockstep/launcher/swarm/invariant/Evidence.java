package io.lockstep.launcher.swarm.invariant;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.ReconciliationMarkDecoder;
import io.lockstep.engine.sbe.ReconciliationPhase;
import io.lockstep.engine.sbe.ReportSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What was handed to the process that speaks against an order's existence: when queries came back without it, and when whole lists of orders and fills
 * were asked for. Counted apart from the engine, from the same records.
 */
final class Evidence {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final ReconciliationMarkDecoder mark = new ReconciliationMarkDecoder();
    private final Map<Long, Integer> notFound = new LinkedHashMap<>();
    private final List<Long> orderLists = new ArrayList<>();
    private final List<Long> fillLists = new ArrayList<>();

    void take(byte[] record) {
        UnsafeBuffer buffer = new UnsafeBuffer(record);
        switch (RecordLayout.templateId(buffer, 0)) {
            case ExecutionReportDecoder.TEMPLATE_ID -> {
                report.wrapAndApplyHeader(buffer, MESSAGE_OFFSET, header);
                if (report.execType() == ExecType.NOT_FOUND && report.source() == ReportSource.QUERY) {
                    notFound.merge(report.orderId(), 1, Integer::sum);
                }
            }
            case ReconciliationMarkDecoder.TEMPLATE_ID -> {
                mark.wrapAndApplyHeader(buffer, MESSAGE_OFFSET, header);
                if (mark.phase() == ReconciliationPhase.END) {
                    listed();
                }
            }
            default -> {}
        }
    }

    /** An order became unknown. */
    void open(long orderId) {
        notFound.remove(orderId);
    }

    /** Complete rounds of evidence against an order, with lists asked for at or after a time. */
    int rounds(long orderId, long fromNs) {
        int rounds = notFound.getOrDefault(orderId, 0);
        rounds = Math.min(rounds, since(orderLists, fromNs));
        return Math.min(rounds, since(fillLists, fromNs));
    }

    /** What {@link #rounds} counts, apart. */
    String text(long orderId, long fromNs) {
        return "not found=" + notFound.getOrDefault(orderId, 0) + ", order lists=" + since(orderLists, fromNs)
                + ", fill lists=" + since(fillLists, fromNs);
    }

    private void listed() {
        switch (mark.kind()) {
            case ORDERS -> orderLists.add(mark.requestedNs());
            case FILLS -> fillLists.add(mark.requestedNs());
            default -> {}
        }
    }

    private static int since(List<Long> times, long fromNs) {
        return (int) times.stream().filter(each -> each >= fromNs).count();
    }
}
