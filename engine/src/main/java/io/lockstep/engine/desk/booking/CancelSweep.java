package io.lockstep.engine.desk.booking;

import io.lockstep.engine.decision.DecisionWriter;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderState;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.sbe.ScopeKind;

/**
 * Cancels every open order of a scope. The orders are marked at once and cancelled over as many events as it takes, for an event has room for
 * a bounded number. Owned by the risk handler.
 */
public final class CancelSweep {
    private final InstrumentTable instruments;
    private final OrderTable orders;
    private final DecisionWriter writer;
    private final OwnCommands commands;
    private final boolean killKeepsStops;
    private boolean active;

    /**
     * A sweep with nothing to do.
     *
     * @param killKeepsStops whether stops at the venue outlive a kill
     */
    public CancelSweep(
            InstrumentTable instruments,
            OrderTable orders,
            DecisionWriter writer,
            OwnCommands commands,
            boolean killKeepsStops) {
        this.instruments = instruments;
        this.orders = orders;
        this.writer = writer;
        this.commands = commands;
        this.killKeepsStops = killKeepsStops;
    }

    /** Goes on with a sweep that an earlier epoch did not finish. */
    public void resume(boolean marked) {
        active |= marked;
    }

    /** Marks the orders open now, of a scope that was killed. */
    public void kill(ScopeKind scope, int scopeId) {
        mark(scope, scopeId, killKeepsStops);
    }

    /** Marks the orders open now. */
    public void mark(ScopeKind scope, int scopeId) {
        mark(scope, scopeId, false);
    }

    /** A stop that the engine holds itself would end with it: that is cancelled in any case. */
    private void mark(ScopeKind scope, int scopeId, boolean keepStops) {
        for (Order order = orders.firstOpen(); order != null; order = orders.nextOpen(order)) {
            boolean kept = keepStops && order.isProtective() && !order.isHeld();
            if (!kept && order.state() != OrderState.PENDING_CANCEL && isCovered(order, scope, scopeId)) {
                want(order);
            }
        }
    }

    /** Marks again what stands at the venue in a scope that was killed. */
    public void insistOnKill(ScopeKind scope, int scopeId) {
        insist(scope, scopeId, killKeepsStops);
    }

    /** Marks again what stands at the venue. */
    public void insist(ScopeKind scope, int scopeId) {
        insist(scope, scopeId, false);
    }

    private void insist(ScopeKind scope, int scopeId, boolean keepStops) {
        for (Order order = orders.firstOpen(); order != null; order = orders.nextOpen(order)) {
            boolean stands = order.state() == OrderState.NEW || order.state() == OrderState.PARTIALLY_FILLED;
            boolean kept = keepStops && order.isProtective() && !order.isHeld();
            if (stands && !kept && isCovered(order, scope, scopeId)) {
                want(order);
            }
        }
    }

    /** Marks one order. */
    public void want(Order order) {
        order.cancelWanted(true);
        active = true;
    }

    /** Cancels what it can within this event. */
    public void run(long nowNs) {
        if (!active) {
            return;
        }
        Order order = orders.firstOpen();
        while (order != null && writer.hasRoom()) {
            Order next = orders.nextOpen(order);
            if (order.isCancelWanted()) {
                order.cancelWanted(false);
                commands.cancel(order, "CANCEL_SWEEP", nowNs);
            }
            order = next;
        }
        active = order != null;
    }

    private boolean isCovered(Order order, ScopeKind scope, int scopeId) {
        return switch (scope) {
            case ENGINE -> true;
            case VENUE -> instruments.get(order.instrumentId()).venue().value() == scopeId;
            case ACCOUNT -> order.accountId() == scopeId;
            case INSTRUMENT -> order.instrumentId() == scopeId;
            case STRATEGY -> order.strategyId() == scopeId;
            case NULL_VAL -> false;
        };
    }
}
