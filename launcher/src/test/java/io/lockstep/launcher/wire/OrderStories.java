package io.lockstep.launcher.wire;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.risk.DenyReason;
import io.lockstep.engine.sbe.AlertDecoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OrderDeniedDecoder;
import io.lockstep.engine.sbe.Severity;
import io.lockstep.engine.sbe.TradingStateChangeDecoder;
import io.lockstep.engine.sbe.VenueErrorDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.agrona.DirectBuffer;

/** Collects what is said of each order, and what a healthy session has none of. Written by the engine thread; read when it has ended. */
final class OrderStories implements EngineListener {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final Map<Long, Order> orders = new LinkedHashMap<>();
    private final Map<String, Long> fees = new LinkedHashMap<>();
    private final Set<String> executions = new LinkedHashSet<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final Set<String> denials = new LinkedHashSet<>();

    /** One order: where it trades and what was said, in order. */
    private record Order(int instrument, List<String> lines) {
        /** What ended it: an acknowledgement may come after that, on its own connection. */
        String end() {
            return lines.stream()
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .filter(type -> !type.equals("ACCEPTED") && !type.equals("STATUS"))
                    .reduce("", (earlier, later) -> later);
        }
    }

    /** How the orders of an instrument ended, in the order in which they were first spoken of. */
    List<String> ends(int instrument) {
        return orders.values().stream()
                .filter(order -> order.instrument() == instrument)
                .map(Order::end)
                .toList();
    }

    /** Fees paid in an asset, E8; each execution counts once. */
    long feesIn(String asset) {
        return fees.getOrDefault(asset, 0L);
    }

    /** Alerts, steps of the trading state and refusals of the venue; any thread. */
    List<String> problems() {
        return problems;
    }

    @Override
    public void onEvent(EngineEvent event) {
        if (event.templateId() == ExecutionReportDecoder.TEMPLATE_ID) {
            add(event);
        } else if (event.templateId() == VenueErrorDecoder.TEMPLATE_ID) {
            problems.add(new VenueErrorDecoder()
                    .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                    .toString());
        }
        RecordBuffer decisions = event.decisions();
        for (int record = decisions.first(); record < decisions.end(); record = decisions.next(record)) {
            decided(decisions.buffer(), record);
        }
    }

    @Override
    public String toString() {
        return "orders=" + orders + ", fees=" + fees + ", denied for=" + denials + ", problems=" + problems;
    }

    private void decided(DirectBuffer buffer, int record) {
        int message = record + MESSAGE_OFFSET;
        switch (RecordLayout.templateId(buffer, record)) {
            case AlertDecoder.TEMPLATE_ID -> {
                AlertDecoder alert = new AlertDecoder().wrapAndApplyHeader(buffer, message, header);
                if (alert.severity() != Severity.INFO) {
                    problems.add(alert.toString());
                }
            }
            case TradingStateChangeDecoder.TEMPLATE_ID ->
                problems.add(new TradingStateChangeDecoder()
                        .wrapAndApplyHeader(buffer, message, header)
                        .toString());
            case OrderDeniedDecoder.TEMPLATE_ID ->
                denials.add(DenyReason.of(new OrderDeniedDecoder()
                                .wrapAndApplyHeader(buffer, message, header)
                                .reason())
                        .name());
            default -> {}
        }
    }

    private void add(EngineEvent event) {
        report.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        String line = report.execType() + " cum=" + FixedPoint.format(report.cumQty()) + " leaves="
                + FixedPoint.format(report.leavesQty()) + " " + report.source();
        long orderId = report.orderId();
        int instrument = report.instrumentId();
        boolean fill = report.execType() == ExecType.FILL;
        if (fill && executions.add(instrument + " " + report.execId())) {
            fees.merge(report.feeAsset(), report.fee(), Math::addExact);
        }
        orders.computeIfAbsent(orderId, ignored -> new Order(instrument, new ArrayList<>()))
                .lines()
                .add(line + (report.reason().isEmpty() ? "" : " " + report.reason()));
    }
}
