package io.lockstep.engine.risk;

import io.lockstep.engine.carry.CarriedPart;
import io.lockstep.engine.carry.CarriedSeries;
import io.lockstep.engine.carry.CarryWriter;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.order.FillDedupe;
import io.lockstep.engine.order.FillReports;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderEvent;
import io.lockstep.engine.order.OrderLifecycle;
import io.lockstep.engine.order.OrderState;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import org.jspecify.annotations.Nullable;

/**
 * Keeps orders, positions and cash true to what was sent and to what the venue says. Every fill is booked, in any state and also for orders
 * that are not ours; each once. Owned by the risk handler.
 */
final class OrderBooking implements CarriedPart {
    private static final int REMEMBERED_FILLS = 65_536;
    private static final int NO_FEE = -1;

    private final InstrumentTable instruments;
    private final OrderTable orders;
    private final Portfolio portfolio;
    private final Counters counters;
    private final FillDedupe dedupe = new FillDedupe(REMEMBERED_FILLS);

    OrderBooking(InstrumentTable instruments, OrderTable orders, Portfolio portfolio, Counters counters) {
        this.instruments = instruments;
        this.orders = orders;
        this.portfolio = portfolio;
        this.counters = counters;
    }

    /** A command passed the gate and will be sent. */
    void accepted(OrderCommandDecoder command, long timeNs) {
        switch (command.action()) {
            case NEW -> orders.open(command, timeNs);
            case CANCEL -> requested(command, OrderEvent.CANCEL_SENT, timeNs);
            case REPLACE -> {
                Order order = orders.find(command.originalOrderId());
                if (order != null) {
                    orders.replacing(order, command.orderId(), command.price(), command.quantity());
                    move(order, OrderEvent.REPLACE_SENT, timeNs);
                }
            }
            default -> {}
        }
    }

    @Override
    public void carryTo(CarryWriter writer) {
        writer.series(ScopeKind.ENGINE, 0, CarriedSeries.BOOKED_FILLS, dedupe.keys());
    }

    @Override
    public void carried(CarriedSeries series) {
        if (series.isNamed(CarriedSeries.BOOKED_FILLS)) {
            series.forEach(dedupe::carried);
        }
    }

    /** The venue's word. */
    void reported(ExecutionReportDecoder report, long timeNs) {
        Order order = orders.find(report.orderId());
        switch (report.execType()) {
            case FILL -> filled(report, order, timeNs);
            case STATUS -> {}
            default -> changed(report, order, timeNs);
        }
    }

    private void requested(OrderCommandDecoder command, OrderEvent event, long timeNs) {
        Order order = orders.find(command.originalOrderId());
        if (order != null) {
            move(order, event, timeNs);
        }
    }

    private void filled(ExecutionReportDecoder report, @Nullable Order order, long timeNs) {
        boolean bookable = FillReports.isBookable(report, instruments.size())
                && report.accountId() >= 0
                && report.accountId() < portfolio.accounts();
        if (!bookable) {
            counters.add(Counter.MALFORMED_REPORTS, 1);
            return;
        }
        if (!dedupe.isNew(report)) {
            counters.add(Counter.DUPLICATE_FILLS, 1);
            return;
        }
        counters.add(Counter.FILLS, 1);
        book(report);
        if (order == null) {
            counters.add(Counter.FOREIGN_REPORTS, 1);
            return;
        }
        orders.fill(order, report.lastQty());
        if (order.cumQty() > order.quantity()) {
            counters.add(Counter.OVERFILLS, 1);
        }
        move(order, isComplete(order, report) ? OrderEvent.FILL : OrderEvent.PARTIAL_FILL, timeNs);
    }

    /** While a change is under way the order may have become larger: then the venue must say that nothing is open. */
    private static boolean isComplete(Order order, ExecutionReportDecoder report) {
        return order.cumQty() >= order.quantity() && (order.replacingId() == 0 || report.leavesQty() == 0);
    }

    private void book(ExecutionReportDecoder report) {
        Instrument instrument = instruments.get(report.instrumentId());
        boolean free = report.fee() == 0 || report.fee() == FixedPoint.NULL;
        int feeAsset = free
                ? NO_FEE
                : portfolio
                        .assets()
                        .indexOf(report.buffer(), report.offset() + ExecutionReportDecoder.feeAssetEncodingOffset());
        boolean known = report.strategyId() > 0 && report.strategyId() <= portfolio.strategies();
        portfolio.fill(
                instrument,
                report.accountId(),
                known ? report.strategyId() : Portfolio.EXTERNAL,
                report.side() == Side.BUY,
                report.lastPx(),
                report.lastQty(),
                feeAsset,
                report.fee());
    }

    private void changed(ExecutionReportDecoder report, @Nullable Order order, long timeNs) {
        if (order == null) {
            counters.add(Counter.FOREIGN_REPORTS, 1);
            return;
        }
        switch (report.execType()) {
            case ACCEPTED -> move(order, OrderEvent.ACCEPTED, timeNs);
            case CANCELED -> move(order, OrderEvent.CANCELED, timeNs);
            case REPLACED -> replaced(report, order, timeNs);
            case REPLACE_REJECTED -> {
                orders.replaceRejected(order);
                move(order, OrderEvent.REPLACE_REJECTED, timeNs);
            }
            case CANCEL_REJECTED -> move(order, OrderEvent.CANCEL_REJECTED, timeNs);
            case REJECTED -> move(order, OrderEvent.REJECTED, timeNs);
            case EXPIRED -> move(order, OrderEvent.EXPIRED, timeNs);
            case TRIGGERED -> {
                orders.triggered(order);
                move(order, OrderEvent.TRIGGERED, timeNs);
            }
            case OUTCOME_UNKNOWN -> move(order, OrderEvent.OUTCOME_UNKNOWN, timeNs);
            case PRESUMED_ABSENT -> move(order, OrderEvent.PRESUMED_ABSENT, timeNs);
            default -> counters.add(Counter.ILLEGAL_REPORTS, 1);
        }
    }

    private void replaced(ExecutionReportDecoder report, Order order, long timeNs) {
        if (!move(order, OrderEvent.REPLACED, timeNs)) {
            return;
        }
        if (order.replacingId() == 0) {
            orders.amended(order, report.price(), report.quantity());
        } else {
            orders.replaced(order);
        }
    }

    private boolean move(Order order, OrderEvent event, long timeNs) {
        OrderState next = OrderLifecycle.next(order.state(), event, order.cumQty() > 0);
        if (next == null) {
            counters.add(Counter.ILLEGAL_REPORTS, 1);
            return false;
        }
        orders.move(order, next, timeNs);
        return true;
    }
}
