package io.lockstep.engine.desk.booking;

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
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import org.jspecify.annotations.Nullable;

/**
 * Keeps orders, positions and cash true to what was sent and to what the venue says. Every fill is booked, in any state and also for orders
 * that are not ours; each once. Owned by the risk handler.
 */
public final class OrderBooking implements CarriedPart {
    private static final int NO_FEE = -1;

    private final InstrumentTable instruments;
    private final OrderTable orders;
    private final Portfolio portfolio;
    private final Counters counters;
    private final FillDedupe dedupe;
    private final long horizonNs;
    private BookingListener listener = BookingListener.NONE;

    /**
     * Books over these tables.
     *
     * @param horizonNs from an order's sending to when its absence may be believed, nanoseconds
     * @param remembered number of latest fills remembered
     */
    public OrderBooking(
            InstrumentTable instruments,
            OrderTable orders,
            Portfolio portfolio,
            long horizonNs,
            int remembered,
            Counters counters) {
        dedupe = new FillDedupe(remembered);
        this.horizonNs = horizonNs;
        this.instruments = instruments;
        this.orders = orders;
        this.portfolio = portfolio;
        this.counters = counters;
    }

    /** Has another one hear of every booking; there is one. */
    public void listen(BookingListener hears) {
        listener = hears;
    }

    /** A command passed the gate and will be sent. */
    public void accepted(OrderCommandDecoder command, long timeNs) {
        switch (command.action()) {
            case NEW -> listener.moved(orders.open(command, timeNs));
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
    public void reported(ExecutionReportDecoder report, long timeNs) {
        Order order = orders.find(report.orderId());
        if (report.execType() == ExecType.FILL) {
            filled(report, order, timeNs);
        } else if (order == null) {
            counters.add(Counter.FOREIGN_REPORTS, 1);
            listener.unknownOrder(report);
        } else if (report.execType() == ExecType.STATUS) {
            stated(report, order, timeNs);
        } else {
            changed(report, order, timeNs);
        }
    }

    /** An event that the engine itself knows of an order. */
    public boolean known(Order order, OrderEvent event, long timeNs) {
        return move(order, event, timeNs);
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
        int strategyId = owner(report, order);
        boolean entered = strategyId != Portfolio.EXTERNAL
                && portfolio
                                .strategyPosition(report.accountId(), strategyId, report.instrumentId())
                                .quantity()
                        == 0;
        book(report, strategyId);
        if (order != null) {
            orders.fill(order, report.lastQty());
            move(order, isComplete(order, report) ? OrderEvent.FILL : OrderEvent.PARTIAL_FILL, timeNs);
        } else {
            counters.add(Counter.FOREIGN_REPORTS, 1);
        }
        listener.filled(report, order, strategyId, entered);
        if (order != null && order.cumQty() > order.quantity()) {
            counters.add(Counter.OVERFILLS, 1);
            listener.overfilled(order);
        }
    }

    /** Our own note of who owns an order outranks what the report says, for not every venue can say it. */
    private int owner(ExecutionReportDecoder report, @Nullable Order order) {
        if (order != null) {
            return order.strategyId();
        }
        boolean known = report.strategyId() > 0 && report.strategyId() <= portfolio.strategies();
        return known ? report.strategyId() : Portfolio.EXTERNAL;
    }

    /** While a change is under way the order may have become larger: then the venue must say that nothing is open. */
    private static boolean isComplete(Order order, ExecutionReportDecoder report) {
        return order.cumQty() >= order.quantity() && (order.replacingId() == 0 || report.leavesQty() == 0);
    }

    private void book(ExecutionReportDecoder report, int strategyId) {
        Instrument instrument = instruments.get(report.instrumentId());
        boolean free = report.fee() == 0 || report.fee() == FixedPoint.NULL;
        int feeAsset = free
                ? NO_FEE
                : portfolio
                        .assets()
                        .indexOf(report.buffer(), report.offset() + ExecutionReportDecoder.feeAssetEncodingOffset());
        portfolio.fill(
                instrument,
                report.accountId(),
                strategyId,
                report.side() == Side.BUY,
                report.lastPx(),
                report.lastQty(),
                feeAsset,
                report.fee());
    }

    private void changed(ExecutionReportDecoder report, Order order, long timeNs) {
        switch (report.execType()) {
            case ACCEPTED -> accepted(report, order, timeNs);
            case CANCELED -> move(order, OrderEvent.CANCELED, timeNs);
            case REPLACED -> replaced(report, order, timeNs);
            case REPLACE_REJECTED -> {
                orders.replaceRejected(order);
                move(order, OrderEvent.REPLACE_REJECTED, timeNs);
            }
            case CANCEL_REJECTED -> move(order, OrderEvent.CANCEL_REJECTED, timeNs);
            case REJECTED -> {
                move(order, OrderEvent.REJECTED, timeNs);
                listener.refused(order);
            }
            case EXPIRED -> move(order, OrderEvent.EXPIRED, timeNs);
            case TRIGGERED -> triggered(report, order, timeNs);
            default -> uncertain(report, order, timeNs);
        }
    }

    private void uncertain(ExecutionReportDecoder report, Order order, long timeNs) {
        switch (report.execType()) {
            case OUTCOME_UNKNOWN -> {
                if (move(order, OrderEvent.OUTCOME_UNKNOWN, timeNs)) {
                    listener.lost(order);
                }
            }
            case PRESUMED_ABSENT -> {
                // our own word on its way back was booked when it was given
                if (report.source() != ReportSource.LOCAL) {
                    move(order, OrderEvent.PRESUMED_ABSENT, timeNs);
                }
            }
            case NOT_FOUND -> {
                order.inquiry().notFound(order.sentNs() + horizonNs);
                move(order, OrderEvent.NOT_FOUND, timeNs);
            }
            default -> counters.add(Counter.ILLEGAL_REPORTS, 1);
        }
    }

    /** What the engine says of orders it holds itself it has booked already. */
    private void accepted(ExecutionReportDecoder report, Order order, long timeNs) {
        if (report.source() == ReportSource.LOCAL) {
            return;
        }
        checkIntent(report, order);
        move(order, OrderEvent.ACCEPTED, timeNs);
    }

    private void triggered(ExecutionReportDecoder report, Order order, long timeNs) {
        if (report.source() == ReportSource.LOCAL) {
            return;
        }
        orders.triggered(order);
        move(order, OrderEvent.TRIGGERED, timeNs);
    }

    /** The venue's answer to a query, or a line of its list of open orders. */
    private void stated(ExecutionReportDecoder report, Order order, long timeNs) {
        if (report.source() == ReportSource.LOCAL) {
            return;
        }
        if (order.replacingId() != 0 && report.orderId() == order.replacingId()) {
            // the venue knows it by its new id: the change was made
            replaced(report, order, timeNs);
        }
        checkIntent(report, order);
        long cumQty = report.cumQty();
        boolean listed = report.source() == ReportSource.RECONCILIATION;
        if (!listed && cumQty != FixedPoint.NULL && cumQty > order.cumQty()) {
            listener.fillMissing(order, cumQty);
        }
        boolean ended = report.leavesQty() == 0 && cumQty <= order.cumQty();
        if (ended && report.orderId() == order.previousId()) {
            // it has another id since: what was over is what it took the place of
            return;
        }
        if (ended && order.state().isOpen() && isReplacementOpen(order)) {
            askForReplacement(order, timeNs);
        } else if (order.state().isOpen() || order.state() == OrderState.ABSENT) {
            move(order, ended ? OrderEvent.CANCELED : OrderEvent.SIGHTED, timeNs);
        }
    }

    /** Where a change makes a new order of it, the end of the first may be the change. */
    private static boolean isReplacementOpen(Order order) {
        return order.replacingId() != 0 && !order.inquiry().isNewIdAsked();
    }

    private void askForReplacement(Order order, long timeNs) {
        boolean wasKnown = order.state() != OrderState.UNKNOWN;
        if (move(order, OrderEvent.OUTCOME_UNKNOWN, timeNs)) {
            if (wasKnown) {
                listener.lost(order);
            }
            order.inquiry().firstIdOver(timeNs);
        }
    }

    private void checkIntent(ExecutionReportDecoder report, Order order) {
        boolean more = report.quantity() != FixedPoint.NULL
                && order.replacingId() == 0
                && report.quantity() > order.quantity();
        if (more) {
            listener.beyondIntent(order, report.quantity());
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
        boolean wasAbsent = order.state() == OrderState.ABSENT;
        // to be seen unchanged answers no request: its answer goes on to be due
        boolean unchanged = event == OrderEvent.SIGHTED && next == order.state();
        orders.move(order, next, unchanged ? order.changedNs() : timeNs);
        if (next != OrderState.UNKNOWN && next != OrderState.ABSENT) {
            order.inquiry().clear();
        }
        if (wasAbsent && (next.isOpen() || next == OrderState.FILLED)) {
            listener.sightedLate(order);
        }
        listener.moved(order);
        return true;
    }
}
