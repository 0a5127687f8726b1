package io.lockstep.gateway.alpaca.execution;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportEncoder;
import io.lockstep.engine.sbe.Liquidity;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.gateway.alpaca.orderentry.ClientOrderIds;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Publishes execution reports. They are never dropped: a full ring makes the caller wait. Fees are not in the venue's events: stocks
 * have none per execution, crypto fees come as account activities. A fill carries the venue's own id of it as its reason.
 */
final class OrderReports {
    /** Longest reason a report carries, bytes. */
    static final int MOST_REASON = 800;

    private static final int REMEMBERED = 1 << 14;
    private static final int MOST_FILL_KEY = 40;
    private static final long MISSING = FixedPoint.NULL;
    private static final String NOTHING = "";

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ExecutionReportEncoder report = new ExecutionReportEncoder();
    private final SeenFills seenFills = new SeenFills(REMEMBERED);
    private final VenueOrders venueOrders = new VenueOrders(REMEMBERED);
    private final StringBuilder fillKey = new StringBuilder(MOST_FILL_KEY);
    private final EventPublisher publisher;
    private final ClientOrderIds ids;
    private final int accountId;
    private final ReportCounters counters;

    OrderReports(EventPublisher publisher, ClientOrderIds ids, int accountId, ReportCounters counters) {
        this.publisher = publisher;
        this.ids = ids;
        this.accountId = accountId;
        this.counters = counters;
    }

    /** Reports what an order body or event proves about the order, other than a fill; false if it is incomplete. */
    boolean order(
            OrderBody order, ExecType type, ReportSource source, long timeNs, CharSequence reason, long receivedNs) {
        if (!order.isComplete()) {
            counters.count(ReportIssue.INCOMPLETE);
            return false;
        }
        EngineEvent event = begin(order, type, source, timeNs == MISSING ? order.updatedNs : timeNs);
        report.lastPx(0).lastQty(0).execId(NOTHING);
        finish(event, reason, receivedNs);
        return true;
    }

    /** Learns whose order a body is about, without a report; whether it is ours. */
    boolean learn(OrderBody order) {
        long orderId = ids.orderId(order.clientOrderId);
        if (orderId != ClientOrderIds.NOT_OURS) {
            venueOrders.remember(order.venueOrderId, orderId, ids.strategyId(order.clientOrderId));
        }
        return venueOrders.orderId(order.venueOrderId) != VenueOrders.UNKNOWN;
    }

    /** Reports a fill, once; whether it was reported. */
    boolean fill(OrderBody order, Execution execution, ReportSource source, long receivedNs) {
        if (!order.isComplete()) {
            counters.count(ReportIssue.INCOMPLETE);
        } else if (!execution.isComplete()) {
            counters.count(ReportIssue.INCOMPLETE_FILL);
        } else if (!seenFills.isNew(order.venueOrderId, order.filledQuantity)) {
            counters.count(ReportIssue.DUPLICATE_FILL);
        } else {
            EngineEvent event = begin(order, ExecType.FILL, source, execution.timeNs);
            report.lastPx(execution.price).lastQty(execution.quantity).execId(fillKey(order));
            finish(event, execution.id, receivedNs);
            return true;
        }
        return false;
    }

    /** The venue's id of an order of ours; null when no order body told it yet. */
    @Nullable
    String venueOrderId(long orderId) {
        return venueOrders.venueId(orderId);
    }

    /** The strategy of an order of ours, or another one where the order is not known. */
    int strategyId(long orderId, int otherwise) {
        String venueId = venueOrders.venueId(orderId);
        return venueId == null ? otherwise : venueOrders.strategyId(venueId);
    }

    /** Reports the fate of a request of ours that brought no order body back. */
    void request(SentOrder sent, ExecType type, ReportSource source, int venueCode, CharSequence reason, long nowNs) {
        EngineEvent event = publisher.claim();
        report.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .orderId(sent.orderId())
                .strategyId(sent.strategyId())
                .instrumentId(sent.instrumentId())
                .side(sent.side())
                .execType(type)
                .source(source)
                .price(MISSING)
                .quantity(MISSING)
                .lastPx(0)
                .lastQty(0)
                .cumQty(MISSING)
                .leavesQty(MISSING)
                .exchangeTimeNs(MISSING)
                .venueOrderId(NOTHING)
                .execId(NOTHING);
        common();
        report.venueCode(venueCode == 0 ? ExecutionReportEncoder.venueCodeNullValue() : venueCode);
        finish(event, reason, nowNs);
    }

    private EngineEvent begin(OrderBody order, ExecType type, ReportSource source, long timeNs) {
        EngineEvent event = publisher.claim();
        report.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .instrumentId(order.instrumentId)
                .execType(type)
                .source(source)
                .side(order.side)
                .price(order.limitPrice == MISSING ? order.stopPrice : order.limitPrice)
                .quantity(order.quantity)
                .cumQty(order.filledQuantity)
                .leavesQty(order.leavesQuantity())
                .exchangeTimeNs(timeNs)
                .venueOrderId(order.venueOrderId);
        owner(order);
        common();
        return event;
    }

    /** Finds whose order it is: by our id in it, else by the venue's id where an earlier body told whose that is. */
    private void owner(OrderBody order) {
        long orderId = ids.orderId(order.clientOrderId);
        int strategyId = ids.strategyId(order.clientOrderId);
        if (orderId != ClientOrderIds.NOT_OURS) {
            venueOrders.remember(order.venueOrderId, orderId, strategyId);
        } else {
            orderId = venueOrders.orderId(order.venueOrderId);
            strategyId = venueOrders.strategyId(order.venueOrderId);
        }
        if (orderId == VenueOrders.UNKNOWN) {
            counters.count(ReportIssue.EXTERNAL_ORDER);
        }
        report.orderId(orderId == VenueOrders.UNKNOWN ? ExecutionReportEncoder.orderIdNullValue() : orderId)
                .strategyId(strategyId);
    }

    /**
     * What a fill is known by, also in another run: the stream and the account's activities give it different ids, but both tell the
     * order and the quantity filled after it.
     */
    private CharSequence fillKey(OrderBody order) {
        fillKey.setLength(0);
        return fillKey.append(Long.toHexString(TextHash.of(order.venueOrderId)))
                .append('@')
                .append(order.filledQuantity);
    }

    private void common() {
        report.accountId(accountId)
                .liquidity(Liquidity.NONE)
                .fee(0)
                .feeAsset(NOTHING)
                .venueCode(ExecutionReportEncoder.venueCodeNullValue());
    }

    private void finish(EngineEvent event, CharSequence reason, long receivedNs) {
        if (reason.isEmpty()) {
            report.reason(NOTHING);
        } else {
            byte[] text = reason.toString().getBytes(StandardCharsets.UTF_8);
            report.putReason(text, 0, Math.min(text.length, MOST_REASON));
        }
        event.complete(report.limit(), receivedNs);
        publisher.publish(event);
    }
}
