package io.lockstep.engine.desk.protection;

import io.lockstep.engine.book.InstrumentView;
import io.lockstep.engine.carry.CarriedPart;
import io.lockstep.engine.decision.DecisionWriter;
import io.lockstep.engine.desk.booking.CancelSweep;
import io.lockstep.engine.desk.booking.Desk;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderState;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.risk.DenyReason;
import io.lockstep.engine.risk.settings.ProtectionSettings;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderClass;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderCommandEncoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Severity;
import io.lockstep.engine.sbe.Side;
import org.jspecify.annotations.Nullable;

/**
 * An entry, its stop and its take-profit as one unit. Each quantity that trades gets its stop in the same event; a stop that is not acknowledged in
 * time, refused or lost closes the position. The price to take profit at is watched here: reached, the stop goes first, then the rest is sold, so
 * that the two never both trade. What was closed otherwise takes its protection with it.
 *
 * <pre>
 *   entry trades ─► stop placed ─► GUARDING ─┬─ stop fills ─────────────────► done
 *                        │                   ├─ profit reached ─► CLEARING ─► EXIT_DUE ─► EXITING ─► done
 *                        │                   └─ strategy flat ──────────────► done, stop cancelled
 *                        └─ refused, gone, silent ──────────────► (CLEARING) ─► EXIT_DUE
 * </pre>
 *
 * Owned by the risk handler; allocates nothing unless it has to speak to a person.
 */
public final class Protection {
    private static final long NS_PER_MS = 1_000_000;

    private final ProtectionSettings settings;
    private final Desk desk;
    private final DecisionWriter writer;
    private final HeldOrders held;
    private final CancelSweep sweep;
    private final Guards guards;
    private long nowNs;

    /** @param room how many guards there can be at once */
    public Protection(ProtectionSettings settings, int room, Desk desk, HeldOrders held, CancelSweep sweep) {
        this.settings = settings;
        this.desk = desk;
        writer = desk.writer();
        this.held = held;
        this.sweep = sweep;
        guards = new Guards(desk.orders(), room);
    }

    /** The guards, for the next epoch. */
    public CarriedPart guards() {
        return guards;
    }

    /** Sets the time of what follows. */
    public void at(long timeNs) {
        nowNs = timeNs;
    }

    /** Whether a command comes with protection that is seen to here. */
    public boolean isSeenToHere(OrderCommandDecoder command) {
        return command.orderClass() != OrderClass.SIMPLE
                && command.orderClass() != OrderClass.NULL_VAL
                && !settings.nativeBrackets()
                        .contains(desk.instruments().get(command.instrumentId()).venue());
    }

    /** Whether there is room for one more unit. */
    public boolean hasRoom() {
        return guards.free() != null;
    }

    /** A command with protection was accepted. */
    public void accepted(OrderCommandDecoder command) {
        Guard guard = guards.free();
        if (guard == null) {
            return;
        }
        boolean pair = command.orderClass() == OrderClass.OCO;
        Side side = pair ? (command.side() == Side.BUY ? Side.SELL : Side.BUY) : command.side();
        guard.start(command, side);
        guards.take(guard, pair ? Guard.Phase.GUARDING : Guard.Phase.ENTRY, nowNs);
        if (pair) {
            guard.stopId = command.orderId();
            guard.quantity = command.quantity();
        } else {
            guard.entryId = command.orderId();
        }
    }

    /** A fill was booked: a new part of an entry is guarded, or a position that is gone needs no guard any more. */
    public void filled(ExecutionReportDecoder fill, @Nullable Order order, int strategyId) {
        if (guards.isEmpty() || strategyId == Portfolio.EXTERNAL) {
            return;
        }
        int instrumentId = fill.instrumentId();
        long held = desk.portfolio()
                .strategyPosition(fill.accountId(), strategyId, instrumentId)
                .quantity();
        if (held == 0) {
            standDown(strategyId, instrumentId);
            return;
        }
        if (order == null) {
            return;
        }
        Guard entry = guards.entryOf(order);
        if (entry != null) {
            guard(entry, fill.lastQty());
            if (order.state() == OrderState.FILLED) {
                guards.release(entry);
            }
        }
    }

    /** An order took another state. */
    public void moved(Order order) {
        if (guards.isEmpty()) {
            return;
        }
        for (Guard guard : guards.all()) {
            if (guard.phase == Guard.Phase.FREE) {
                continue;
            }
            if (guard.stopId == order.orderId()) {
                stopMoved(guard, order);
            } else if (guard.exitId == order.orderId() && !order.state().isOpen()) {
                exitEnded(guard, order);
            } else if (Guards.isEntry(guard, order) && !order.state().isOpen()) {
                entryEnded(guard, order);
            }
        }
    }

    /** The market of an instrument moved: profits are taken. */
    public void priced(int instrumentId) {
        if (guards.isEmpty()) {
            return;
        }
        InstrumentView view = desk.market().view(instrumentId);
        boolean quoted = view.top().isTwoSided();
        for (Guard guard : guards.all()) {
            if (guard.phase != Guard.Phase.GUARDING || guard.instrumentId != instrumentId || guard.takeProfit <= 0) {
                continue;
            }
            long price = !quoted
                    ? view.lastPrice()
                    : guard.isLong() ? view.top().bidPrice() : view.top().askPrice();
            if (price > 0 && (guard.isLong() ? price >= guard.takeProfit : price <= guard.takeProfit)) {
                clear(guard);
            }
        }
    }

    /** Time went on: what is not acknowledged in time, and exits that are due. */
    public void onTime() {
        if (guards.isEmpty()) {
            return;
        }
        for (Guard guard : guards.all()) {
            switch (guard.phase) {
                case GUARDING -> awaitAcknowledgement(guard);
                case EXIT_DUE -> exit(guard);
                case FREE, ENTRY, CLEARING, EXITING -> {}
            }
        }
    }

    private void guard(Guard entry, long traded) {
        Guard guard = guards.free();
        if (guard == null) {
            alert(entry, "PROTECTION_FULL", "no room to guard another part: quantity=" + FixedPoint.format(traded));
            return;
        }
        guard.startFrom(entry, traded);
        guards.take(guard, Guard.Phase.GUARDING, nowNs);
        if (guard.stopPrice == FixedPoint.NULL) {
            guard.acknowledged = true;
            return;
        }
        placeStop(guard);
    }

    private void placeStop(Guard guard) {
        OrderType type = guard.stopLimit == FixedPoint.NULL ? OrderType.STOP_MARKET : OrderType.STOP_LIMIT;
        boolean here =
                settings.isHeldHere(desk.instruments().get(guard.instrumentId).venue(), type);
        OrderCommandEncoder stop = begin(guard, "PROTECTIVE_STOP")
                .orderType(type)
                .quantity(guard.quantity)
                .stopPrice(guard.stopPrice)
                .price(guard.stopLimit);
        stop.flags().reduceOnly(true).protective(true).held(here);
        DenyReason reason = writer.hasRoom() ? desk.gate().check(writer.draft(), nowNs) : DenyReason.TOO_MANY_INTENTS;
        if (reason != DenyReason.NONE) {
            alert(guard, "PROTECTION_DENIED", "the stop may not leave: " + reason);
            due(guard);
            return;
        }
        Order order = desk.commands().place(here, nowNs);
        guard.stopId = order.orderId();
        guard.acknowledged = here;
        if (here) {
            held.added(order);
        } else {
            desk.gate().sent(writer.draft(), nowNs);
        }
    }

    private OrderCommandEncoder begin(Guard guard, String reason) {
        return writer.begin(OrderAction.NEW, guard.accountId, guard.strategyId, guard.instrumentId, reason)
                .side(guard.exitSide());
    }

    private void stopMoved(Guard guard, Order stop) {
        OrderState state = stop.state();
        if (state == OrderState.FILLED) {
            guards.release(guard);
        } else if (state.isOpen()) {
            guard.acknowledged |= state != OrderState.PENDING_NEW && state != OrderState.UNKNOWN;
        } else if (guard.phase == Guard.Phase.CLEARING) {
            due(guard);
        } else if (guard.phase == Guard.Phase.GUARDING) {
            alert(guard, "PROTECTION_LOST", "the stop ended: order=" + stop.orderId() + ", state=" + state);
            due(guard);
        }
    }

    private void exitEnded(Guard guard, Order exit) {
        if (exit.state() == OrderState.FILLED) {
            guards.release(guard);
        } else {
            due(guard);
        }
    }

    /** What is not filled of an entry needs no guard; late fills still find it until its place is needed. */
    private void entryEnded(Guard guard, Order entry) {
        if (entry.cumQty() == 0 && entry.state() != OrderState.ABSENT) {
            guards.release(guard);
        }
    }

    private void awaitAcknowledgement(Guard guard) {
        if (!guard.acknowledged && nowNs - guard.sinceNs >= settings.ackMs() * NS_PER_MS) {
            alert(
                    guard,
                    "PROTECTION_UNACKNOWLEDGED",
                    "the stop was not acknowledged in " + settings.ackMs() + " ms: order=" + guard.stopId);
            clear(guard);
        }
    }

    /** Gets the stop out of the way, then exits. */
    private void clear(Guard guard) {
        Order stop = guard.stopId == 0 ? null : desk.orders().find(guard.stopId);
        guard.phase = Guard.Phase.CLEARING;
        if (stop == null || !stop.state().isOpen()) {
            due(guard);
            return;
        }
        boolean mayNeverHaveBeen = stop.state() == OrderState.PENDING_NEW || stop.state() == OrderState.UNKNOWN;
        if (writer.hasRoom()) {
            desk.commands().cancel(stop, "PROTECTION_ENDS", nowNs);
        } else {
            sweep.want(stop);
        }
        // a stop that may not exist cannot be waited for; the exit is cut to what is held when it is sent
        if (mayNeverHaveBeen && guard.phase == Guard.Phase.CLEARING) {
            due(guard);
        }
    }

    private void due(Guard guard) {
        guard.phase = Guard.Phase.EXIT_DUE;
        guard.exitId = 0;
        guard.sinceNs = nowNs;
    }

    private void exit(Guard guard) {
        boolean buy = guard.exitSide() == Side.BUY;
        long left = desk.state().exposure().reducible(guard.strategyId, guard.instrumentId, buy, null);
        long quantity = Math.min(
                guard.quantity, desk.instruments().get(guard.instrumentId).floorToLot(Math.max(0, left)));
        if (quantity == 0) {
            guards.release(guard);
            return;
        }
        if (nowNs < guard.sinceNs || !writer.hasRoom()) {
            return;
        }
        OrderCommandEncoder exit = begin(guard, "PROTECTIVE_EXIT").quantity(quantity);
        exit.flags().reduceOnly(true).protective(true);
        DenyReason reason = desk.gate().check(writer.draft(), nowNs);
        if (reason != DenyReason.NONE) {
            guard.sinceNs = nowNs + settings.ackMs() * NS_PER_MS;
            alert(guard, "UNPROTECTED", "the exit may not leave and is tried again: " + reason);
            return;
        }
        Order order = desk.commands().place(false, nowNs);
        desk.gate().sent(writer.draft(), nowNs);
        guard.exitId = order.orderId();
        guard.phase = Guard.Phase.EXITING;
    }

    /** The position is gone, or is being closed by others: so is the reason for its stops. */
    public void standDown(int strategyId, int instrumentId) {
        for (Guard guard : guards.all()) {
            if (!guard.isOf(strategyId, instrumentId) || guard.phase == Guard.Phase.ENTRY) {
                continue;
            }
            Order stop = guard.stopId == 0 ? null : desk.orders().find(guard.stopId);
            guards.release(guard);
            if (stop != null && stop.state().isOpen() && stop.state() != OrderState.PENDING_CANCEL) {
                sweep.want(stop);
            }
        }
    }

    private void alert(Guard guard, String code, String detail) {
        writer.alert(Severity.CRITICAL, ScopeKind.INSTRUMENT, guard.instrumentId, code, detail);
    }
}
