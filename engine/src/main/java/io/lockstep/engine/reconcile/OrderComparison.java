package io.lockstep.engine.reconcile;

import io.lockstep.engine.decision.Ladder;
import io.lockstep.engine.exposure.ExposureBook;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderState;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.risk.DenyReason.Unit;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Severity;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TradingState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Open orders as the venue lists them against ours. */
final class OrderComparison {
    private final OrderTable orders;
    private final ExposureBook exposure;
    private final Ladder ladder;
    private final ReconcileListener listener;
    private final long horizonNs;

    OrderComparison(
            OrderTable orders, ExposureBook exposure, Ladder ladder, ReconcileListener listener, long horizonNs) {
        this.orders = orders;
        this.exposure = exposure;
        this.ladder = ladder;
        this.listener = listener;
        this.horizonNs = horizonNs;
    }

    void begin(AccountBooks books) {
        books.nextListNumber();
        Arrays.fill(books.foreignBuying, 0);
        Arrays.fill(books.foreignSelling, 0);
    }

    /** One open order of the venue. */
    void entry(AccountBooks books, VenueList list, ExecutionReportDecoder listed, @Nullable Order order) {
        if (order == null) {
            unknownHere(books, listed);
            return;
        }
        order.seenInList(books.listNumber());
        boolean underWay = order.changedNs() >= list.requestedNs() || order.state() == OrderState.UNKNOWN;
        boolean changing = order.state().isOpen() && order.replacingId() != 0;
        if (underWay || changing) {
            return;
        }
        if (!order.state().isOpen()) {
            list.differs();
            countForeign(books, listed);
            warn(order, "ORDER_STILL_OPEN", "the venue lists an order we hold for " + order.state());
        } else if (listed.cumQty() != FixedPoint.NULL && listed.cumQty() != order.cumQty()) {
            list.differs();
            warn(
                    order,
                    "ORDER_FILL_MISSING",
                    "filled at the venue=" + FixedPoint.format(listed.cumQty()) + ", here="
                            + FixedPoint.format(order.cumQty()));
        } else if (listed.leavesQty() != FixedPoint.NULL && listed.leavesQty() != order.leavesQty()) {
            list.differs();
            warn(
                    order,
                    "ORDER_DIFFERS",
                    "open at the venue=" + FixedPoint.format(listed.leavesQty()) + ", here="
                            + FixedPoint.format(order.leavesQty()));
        }
    }

    /** The list is whole: what it should have and has not. */
    void end(int accountId, AccountBooks books, VenueList list) {
        Order order = orders.firstOpen();
        while (order != null) {
            Order next = orders.nextOpen(order);
            if (order.accountId() == accountId && !order.isHeld() && order.seenInList() != books.listNumber()) {
                notListed(list, order);
            }
            order = next;
        }
        for (int id = 0; id < books.foreignBuying.length; id++) {
            exposure.foreign(accountId, id, books.foreignBuying[id], books.foreignSelling[id]);
        }
        listener.evidence();
    }

    private void notListed(VenueList list, Order order) {
        if (order.state() == OrderState.UNKNOWN) {
            if (list.requestedNs() >= order.sentNs() + horizonNs) {
                order.inquiry().notListed();
            }
            return;
        }
        boolean working = order.state() == OrderState.NEW || order.state() == OrderState.PARTIALLY_FILLED;
        if (!working || order.changedNs() >= list.requestedNs()) {
            return;
        }
        list.differs();
        warn(order, "ORDER_MISSING", "the venue does not list an order we hold for " + order.state());
        listener.missing(order);
    }

    private void unknownHere(AccountBooks books, ExecutionReportDecoder listed) {
        int instrumentId = listed.instrumentId();
        if (instrumentId < 0 || instrumentId >= books.foreignBuying.length) {
            return;
        }
        boolean first = books.foreignBuying[instrumentId] == 0 && books.foreignSelling[instrumentId] == 0;
        countForeign(books, listed);
        if (listed.orderId() == FixedPoint.NULL) {
            if (first) {
                listener.foreign(listed.accountId(), instrumentId);
            }
            return;
        }
        ladder.lower(
                ScopeKind.INSTRUMENT, instrumentId, TradingState.HALT, "ORPHAN_ORDER", Unit.COUNT, 0, listed.orderId());
        listener.orphan(listed.accountId(), instrumentId, listed.orderId());
    }

    private static void countForeign(AccountBooks books, ExecutionReportDecoder listed) {
        long leaves = Math.max(0, listed.leavesQty());
        int id = listed.instrumentId();
        if (listed.side() == Side.BUY) {
            books.foreignBuying[id] = Math.addExact(books.foreignBuying[id], leaves);
        } else {
            books.foreignSelling[id] = Math.addExact(books.foreignSelling[id], leaves);
        }
    }

    private void warn(Order order, String code, String detail) {
        ladder.writer()
                .alert(
                        Severity.WARNING,
                        ScopeKind.INSTRUMENT,
                        order.instrumentId(),
                        code,
                        detail + ", order=" + order.orderId());
    }
}
