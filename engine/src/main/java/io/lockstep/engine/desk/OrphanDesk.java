package io.lockstep.engine.desk;

import io.lockstep.engine.decision.DecisionWriter;
import io.lockstep.engine.desk.booking.Desk;
import io.lockstep.engine.desk.booking.OrderBooking;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderEvent;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.reconcile.ReconcileListener;
import io.lockstep.engine.risk.settings.OrphanPolicy;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Severity;

/**
 * Acts on orders that only one side knows. One that carries our id can be cancelled by that id; one that does not, only together with all else in its
 * instrument, so that waits until none of ours is open there.
 */
final class OrphanDesk implements ReconcileListener {
    private final OrphanPolicy policy;
    private final OrderTable orders;
    private final OrderBooking booking;
    private final DecisionWriter writer;
    private final OutcomeProtocol outcomes;
    private long nowNs;

    OrphanDesk(OrphanPolicy policy, Desk desk, OutcomeProtocol outcomes) {
        this.policy = policy;
        orders = desk.orders();
        booking = desk.booking();
        writer = desk.writer();
        this.outcomes = outcomes;
    }

    /** Sets the time of what is found next. */
    void at(long timeNs) {
        nowNs = timeNs;
    }

    @Override
    public void missing(Order order) {
        if (booking.known(order, OrderEvent.OUTCOME_UNKNOWN, nowNs)) {
            outcomes.lost(order, nowNs);
        }
    }

    @Override
    public void orphan(int accountId, int instrumentId, long orderId) {
        if (policy == OrphanPolicy.CANCEL && writer.hasRoom()) {
            writer.begin(OrderAction.CANCEL, accountId, Portfolio.EXTERNAL, instrumentId, "ORPHAN_ORDER")
                    .originalOrderId(orderId);
            writer.commit();
        }
    }

    @Override
    public void foreign(int accountId, int instrumentId) {
        writer.alert(
                Severity.WARNING,
                ScopeKind.INSTRUMENT,
                instrumentId,
                "EXTERNAL_ORDER",
                "the venue lists open orders that are not ours; they count in every limit");
        boolean alone = !hasOpen(accountId, instrumentId);
        if (policy == OrphanPolicy.CANCEL && alone && writer.hasRoom()) {
            writer.begin(OrderAction.CANCEL_ALL, accountId, Portfolio.EXTERNAL, instrumentId, "EXTERNAL_ORDER");
            writer.commit();
        }
    }

    @Override
    public void evidence() {
        outcomes.wake();
    }

    private boolean hasOpen(int accountId, int instrumentId) {
        for (Order order = orders.firstOpen(); order != null; order = orders.nextOpen(order)) {
            if (order.accountId() == accountId && order.instrumentId() == instrumentId) {
                return true;
            }
        }
        return false;
    }
}
