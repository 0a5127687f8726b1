package io.lockstep.engine.desk.protection;

import io.lockstep.engine.book.InstrumentView;
import io.lockstep.engine.decision.DecisionWriter;
import io.lockstep.engine.desk.booking.Desk;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderEvent;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.risk.DenyReason;
import io.lockstep.engine.risk.settings.ProtectionSettings;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderCommandEncoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Severity;
import io.lockstep.engine.sbe.TimeInForce;

/**
 * Stops, take-profits and trailing stops of venues that have none: held here, in the journal like everything else, and sent under their own id once
 * the market is there. A sale is measured by the bid and a purchase by the ask, or by the last trade where there is no quote.
 *
 * <p>What may only shrink a position goes out cut to what is left of it, and also while trading is halted, as a stop at the venue would; all else is
 * judged again. Owned by the risk handler.
 */
public final class HeldOrders {
    private final ProtectionSettings settings;
    private final InstrumentTable instruments;
    private final OrderTable orders;
    private final DecisionWriter writer;
    private final Desk desk;
    private final int[] held;

    /** Holds nothing yet. */
    public HeldOrders(ProtectionSettings settings, Desk desk) {
        this.settings = settings;
        this.desk = desk;
        instruments = desk.instruments();
        orders = desk.orders();
        writer = desk.writer();
        held = new int[instruments.size()];
    }

    /** Whether a new order has to be held here. */
    public boolean isHeldHere(OrderCommandDecoder command) {
        return settings.isHeldHere(instruments.get(command.instrumentId()).venue(), command.orderType());
    }

    /** An order is held from now on. */
    public void added(Order order) {
        held[order.instrumentId()]++;
    }

    /** The market of an instrument moved: what it has reached is sent. */
    public void priced(int instrumentId, long nowNs) {
        if (held[instrumentId] == 0) {
            return;
        }
        int still = 0;
        Order order = orders.firstOpen();
        while (order != null) {
            Order next = orders.nextOpen(order);
            if (order.isHeld() && order.instrumentId() == instrumentId && !isSent(order, nowNs)) {
                still++;
            }
            order = next;
        }
        held[instrumentId] = still;
    }

    private boolean isSent(Order order, long nowNs) {
        InstrumentView view = desk.market().view(order.instrumentId());
        boolean quoted = view.top().isTwoSided();
        long price = !quoted
                ? view.lastPrice()
                : order.isBuy() ? view.top().askPrice() : view.top().bidPrice();
        if (price <= 0) {
            return false;
        }
        if (order.orderType() == OrderType.TRAILING_STOP) {
            order.trail(price);
        }
        if (!isReached(order, price) || !writer.hasRoom()) {
            return false;
        }
        release(order, nowNs);
        return true;
    }

    private static boolean isReached(Order order, long price) {
        boolean takesProfit =
                order.orderType() == OrderType.TAKE_PROFIT_MARKET || order.orderType() == OrderType.TAKE_PROFIT_LIMIT;
        // a sale that stops a loss waits below the market, one that takes a profit above it
        boolean waitsBelow = order.isBuy() == takesProfit;
        return order.stopPrice() > 0 && (waitsBelow ? price <= order.stopPrice() : price >= order.stopPrice());
    }

    private void release(Order order, long nowNs) {
        long quantity = order.leavesQty();
        if (order.isReduceOnly()) {
            long left =
                    desk.state().exposure().reducible(order.strategyId(), order.instrumentId(), order.isBuy(), null);
            quantity = Math.min(quantity, instruments.get(order.instrumentId()).floorToLot(Math.max(0, left)));
        }
        if (quantity == 0) {
            desk.commands().cancel(order, "NOTHING_LEFT", nowNs);
            return;
        }
        write(order, quantity);
        DenyReason reason = order.isReduceOnly() ? DenyReason.NONE : desk.gate().check(writer.draft(), nowNs);
        if (reason != DenyReason.NONE) {
            desk.commands().cancel(order, reason.name(), nowNs);
            writer.alert(
                    Severity.WARNING,
                    ScopeKind.INSTRUMENT,
                    order.instrumentId(),
                    "HELD_ORDER_DENIED",
                    "order=" + order.orderId() + " reached its price and may not leave: " + reason);
            return;
        }
        desk.gate().sent(writer.commit(), nowNs);
        orders.amended(order, FixedPoint.NULL, order.cumQty() + quantity);
        orders.released(order, nowNs);
        desk.booking().known(order, OrderEvent.RELEASED, nowNs);
        writer.outcome(order, ExecType.TRIGGERED, "RELEASED");
    }

    private void write(Order order, long quantity) {
        boolean limited = order.price() != FixedPoint.NULL;
        OrderCommandEncoder command = writer.begin(
                        OrderAction.NEW, order.accountId(), order.strategyId(), order.instrumentId(), "RELEASED")
                .orderId(order.orderId())
                .side(order.side())
                .orderType(limited ? OrderType.LIMIT : OrderType.MARKET)
                .timeInForce(limited ? order.timeInForce() : TimeInForce.GTC)
                .quantity(quantity)
                .price(order.price())
                .referencePrice(order.referencePrice());
        command.flags().reduceOnly(order.isReduceOnly()).protective(order.isProtective());
    }
}
