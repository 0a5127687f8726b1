package io.lockstep.engine.desk;

import io.lockstep.engine.decision.DecisionWriter;
import io.lockstep.engine.desk.booking.Desk;
import io.lockstep.engine.desk.booking.OrderBooking;
import io.lockstep.engine.desk.booking.OwnCommands;
import io.lockstep.engine.order.Inquiry;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderEvent;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.risk.Readiness;
import io.lockstep.engine.risk.settings.OutcomeSettings;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Severity;

/**
 * Follows up orders whose answer was lost: asks for them until the venue has spoken, and never sends one again.
 *
 * <pre>
 *   lost ─► 0.5 s ─► query ─► 0.5 s ─► query ─► 1 s ─► query ─► 2, 4, 8, 8 … s
 *            │
 *            ├─ over under its first id, a change under way ─► query under the new one
 *            ├─ any sighting ──────────────────────────────────────────────► what the venue says
 *            └─ query, open orders, fills all empty, twice, after the horizon ─► ABSENT, watched for a day
 * </pre>
 *
 * All by the time in events. Owned by the risk handler.
 */
final class OutcomeProtocol {
    private static final long FIRST_NS = 500_000_000L;
    private static final int MOST_DOUBLINGS = 4;
    private static final int ROUNDS = 2;
    private static final long NS_PER_MS = 1_000_000;

    private final OutcomeSettings settings;
    private final OrderTable orders;
    private final Readiness readiness;
    private final OrderBooking booking;
    private final DecisionWriter writer;
    private final OwnCommands commands;
    private long nextNs = Long.MAX_VALUE;

    OutcomeProtocol(OutcomeSettings settings, Desk desk) {
        this.settings = settings;
        orders = desk.orders();
        readiness = desk.state().readiness();
        booking = desk.booking();
        writer = desk.writer();
        commands = desk.commands();
    }

    /** A request left: an answer is due. */
    void sent(long nowNs) {
        nextNs = Math.min(nextNs, nowNs + settings.ackTimeoutMs() * NS_PER_MS);
    }

    /** An order took another state; a request about it may be under way. */
    void moved(Order order, long nowNs) {
        if (order.state().isOpen()) {
            sent(nowNs);
        }
    }

    /** An order's answer was lost. */
    void lost(Order order, long nowNs) {
        order.inquiry().start(nowNs, nowNs + FIRST_NS);
        nextNs = Math.min(nextNs, nowNs + FIRST_NS);
    }

    /** Evidence came in: look at once. */
    void wake() {
        nextNs = 0;
    }

    void onTime(long nowNs) {
        if (nowNs < nextNs) {
            return;
        }
        long next = Long.MAX_VALUE;
        Order order = orders.firstOpen();
        while (order != null) {
            Order following = orders.nextOpen(order);
            next = Math.min(next, follow(order, nowNs));
            order = following;
        }
        nextNs = next;
    }

    /** Does what is due about an order; when to look again. */
    private long follow(Order order, long nowNs) {
        if (order.isHeld()) {
            return Long.MAX_VALUE;
        }
        return switch (order.state()) {
            case PENDING_NEW, PENDING_CANCEL, PENDING_REPLACE -> awaitAnswer(order, nowNs);
            case UNKNOWN -> inquire(order, nowNs);
            default -> Long.MAX_VALUE;
        };
    }

    /** Where reports come at all, silence is a lost answer. */
    private long awaitAnswer(Order order, long nowNs) {
        if (!readiness.isSupervised(order.accountId())) {
            return Long.MAX_VALUE;
        }
        long dueNs = order.changedNs() + settings.ackTimeoutMs() * NS_PER_MS;
        if (nowNs < dueNs) {
            return dueNs;
        }
        booking.known(order, OrderEvent.OUTCOME_UNKNOWN, nowNs);
        order.inquiry().start(nowNs, nowNs);
        return inquire(order, nowNs);
    }

    private long inquire(Order order, long nowNs) {
        Inquiry inquiry = order.inquiry();
        if (!inquiry.isOpen()) {
            inquiry.start(nowNs, nowNs + FIRST_NS);
        }
        if (inquiry.rounds() >= ROUNDS) {
            presumeAbsent(order, nowNs);
            return Long.MAX_VALUE;
        }
        if (nowNs < inquiry.dueNs()) {
            return inquiry.dueNs();
        }
        if (!writer.hasRoom()) {
            return nowNs;
        }
        commands.query(order, inquiry.isFirstIdOver() ? order.replacingId() : order.orderId(), "OUTCOME_UNKNOWN");
        int doublings = Math.min(MOST_DOUBLINGS, inquiry.queries());
        inquiry.asked(nowNs, nowNs + (FIRST_NS << doublings));
        return inquiry.dueNs();
    }

    private void presumeAbsent(Order order, long nowNs) {
        int queries = order.inquiry().queries();
        long sinceMs = (nowNs - order.sentNs()) / NS_PER_MS;
        if (!booking.known(order, OrderEvent.PRESUMED_ABSENT, nowNs)) {
            return;
        }
        writer.outcome(order, ExecType.PRESUMED_ABSENT, "PRESUMED_ABSENT");
        writer.alert(
                Severity.CRITICAL,
                ScopeKind.INSTRUMENT,
                order.instrumentId(),
                "PRESUMED_ABSENT",
                "order=" + order.orderId() + " was never seen by the venue: queries=" + queries + ", sent=" + sinceMs
                        + " ms ago, horizon=" + settings.horizonNs() / NS_PER_MS + " ms; watched for a day");
    }
}
