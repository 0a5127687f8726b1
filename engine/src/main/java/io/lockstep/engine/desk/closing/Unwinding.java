package io.lockstep.engine.desk.closing;

import io.lockstep.engine.decision.DecisionWriter;
import io.lockstep.engine.desk.booking.CancelSweep;
import io.lockstep.engine.desk.booking.Desk;
import io.lockstep.engine.desk.protection.Protection;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderState;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.risk.DenyReason;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandEncoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Severity;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;

/**
 * Gets strategies out of shares without selling anything twice: what no open order could still close, waiting for a price or lost among them, is all
 * that is ever ordered. Orders in the way are asked to go; what they leave is sent once the venue has said that they are gone.
 *
 * <p>Its orders pass the gate like any other; one that may not leave is tried again. Owned by the risk handler; allocates nothing unless it has to
 * speak to a person.
 */
final class Unwinding {
    private static final long NS_PER_MS = 1_000_000;

    private final long retryNs;
    private final Desk desk;
    private final OrderTable orders;
    private final DecisionWriter writer;
    private final CancelSweep sweep;
    private final Protection protection;

    Unwinding(long retryMs, Desk desk, CancelSweep sweep, Protection protection) {
        retryNs = retryMs * NS_PER_MS;
        this.desk = desk;
        orders = desk.orders();
        writer = desk.writer();
        this.sweep = sweep;
        this.protection = protection;
    }

    /** What a leg holds, signed, base currency, E8. */
    long held(Leg leg) {
        return desk.portfolio()
                .strategyPosition(leg.accountId, leg.strategyId, leg.instrumentId)
                .quantity();
    }

    /** Does what can be done now to close what a leg is to close. */
    void closeOut(Leg leg, long nowNs) {
        settle(leg);
        if (leg.toClose == 0) {
            return;
        }
        if (nowNs >= leg.nextCancelNs) {
            leg.nextCancelNs = nowNs + retryNs;
            clearTheWay(leg, nowNs);
        }
        if (leg.exitId == 0 && nowNs >= leg.nextExitNs && writer.hasRoom()) {
            exit(leg, nowNs);
        }
    }

    /** Puts what no order closes yet into the closing auction; whole shares only, as the venue takes no others there. */
    void queueForAuction(Leg leg, long nowNs) {
        if (leg.queued || nowNs < leg.nextExitNs || !writer.hasRoom()) {
            return;
        }
        long most = Math.min(uncovered(leg), desk.gate().maxOrderQuantity(leg.instrumentId));
        long quantity = FixedPoint.floorToStep(Math.max(0, most), FixedPoint.ONE);
        if (quantity == 0) {
            leg.queued = true;
            return;
        }
        begin(leg, "CLOSING_AUCTION").timeInForce(TimeInForce.CLS).quantity(quantity);
        leg.auctionId = send(leg, nowNs);
        leg.queued = leg.auctionId != 0;
    }

    /** Takes an order out of the auction that would close more than is held by now. */
    void checkAuction(Leg leg, long nowNs) {
        Order order = leg.auctionId == 0 ? null : orders.find(leg.auctionId);
        if (order == null || nowNs < leg.nextCancelNs || !order.state().isOpen()) {
            return;
        }
        long held = held(leg);
        if (order.leavesQty() > Math.max(0, order.isBuy() ? -held : held)) {
            leg.nextCancelNs = nowNs + retryNs;
            cancel(order);
        }
    }

    /** Cancels what could open or enlarge a leg's position. */
    void cancelEntries(Leg leg) {
        boolean closesByBuying = held(leg) < 0;
        for (Order order = orders.firstOpen(); order != null; order = orders.nextOpen(order)) {
            if (isOf(leg, order) && (held(leg) == 0 || order.isBuy() != closesByBuying)) {
                cancel(order);
            }
        }
    }

    /** Number of a leg's orders that can still trade. */
    int openOrders(Leg leg) {
        int open = 0;
        for (Order order = orders.firstOpen(); order != null; order = orders.nextOpen(order)) {
            open += isOf(leg, order) ? 1 : 0;
        }
        return open;
    }

    /** An exit that ended makes room for the next. */
    private void settle(Leg leg) {
        Order exit = leg.exitId == 0 ? null : orders.find(leg.exitId);
        if (leg.exitId == 0 || exit != null && exit.state().isOpen()) {
            return;
        }
        if (exit != null && leg.toClose != Leg.ALL) {
            leg.toClose = Math.max(0, leg.toClose - exit.cumQty());
        }
        leg.exitId = 0;
    }

    private void clearTheWay(Leg leg, long nowNs) {
        protection.standDown(leg.strategyId, leg.instrumentId);
        boolean closesByBuying = held(leg) < 0;
        for (Order order = orders.firstOpen(); order != null; order = orders.nextOpen(order)) {
            boolean inTheWay = leg.toClose == Leg.ALL || order.isBuy() == closesByBuying;
            boolean tooYoung = order.orderId() == leg.exitId && nowNs - order.sentNs() < retryNs;
            if (isOf(leg, order) && inTheWay && !tooYoung) {
                cancel(order);
            }
        }
    }

    private void cancel(Order order) {
        if (order.state() != OrderState.PENDING_CANCEL) {
            sweep.want(order);
        }
    }

    private void exit(Leg leg, long nowNs) {
        Instrument instrument = desk.instruments().get(leg.instrumentId);
        long most = Math.min(uncovered(leg), leg.toClose);
        long quantity = instrument.floorToLot(Math.max(0, Math.min(most, gateMost(leg))));
        if (quantity == 0) {
            return;
        }
        long price = desk.gate().collarPrice(leg.instrumentId, held(leg) < 0);
        begin(leg, "END_OF_DAY")
                .orderType(price == FixedPoint.NULL ? OrderType.MARKET : OrderType.LIMIT)
                .timeInForce(TimeInForce.DAY)
                .price(price)
                .quantity(quantity);
        leg.exitId = send(leg, nowNs);
        leg.nextCancelNs = nowNs + retryNs;
    }

    private long gateMost(Leg leg) {
        return desk.gate().maxOrderQuantity(leg.instrumentId);
    }

    /** What is held less whatever an open order, in any state and waiting for any price, could still close. */
    private long uncovered(Leg leg) {
        long held = held(leg);
        boolean closesByBuying = held < 0;
        long rest = Math.abs(held);
        for (Order order = orders.firstOpen(); order != null; order = orders.nextOpen(order)) {
            rest -= isOf(leg, order) && order.isBuy() == closesByBuying ? order.leavesQty() : 0;
        }
        return rest;
    }

    private static boolean isOf(Leg leg, Order order) {
        return order.strategyId() == leg.strategyId && order.instrumentId() == leg.instrumentId;
    }

    private OrderCommandEncoder begin(Leg leg, String reason) {
        OrderCommandEncoder command = writer.begin(
                        OrderAction.NEW, leg.accountId, leg.strategyId, leg.instrumentId, reason)
                .side(held(leg) < 0 ? Side.BUY : Side.SELL);
        command.flags().reduceOnly(true);
        return command;
    }

    /** Sends the order begun, if the gate lets it; its id, or 0. */
    private long send(Leg leg, long nowNs) {
        DenyReason reason = desk.gate().check(writer.draft(), nowNs);
        leg.nextExitNs = nowNs + retryNs;
        if (reason == DenyReason.NONE) {
            leg.denial = reason;
            Order order = desk.commands().place(false, nowNs);
            desk.gate().sent(writer.draft(), nowNs);
            return order.orderId();
        }
        if (reason != leg.denial) {
            leg.denial = reason;
            writer.alert(
                    Severity.WARNING,
                    ScopeKind.INSTRUMENT,
                    leg.instrumentId,
                    "END_OF_DAY_DENIED",
                    "an order that closes strategy " + leg.strategyId + " may not leave and is tried again: " + reason
                            + ", limit=" + desk.gate().limitValue() + ", actual="
                            + desk.gate().actualValue());
        }
        return 0;
    }
}
