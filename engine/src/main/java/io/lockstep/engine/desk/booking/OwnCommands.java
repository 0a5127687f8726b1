package io.lockstep.engine.desk.booking;

import io.lockstep.engine.decision.DecisionWriter;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderEvent;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;

/** Commands the risk handler gives by itself about orders there are; ask the decision writer for room first. */
public final class OwnCommands {
    private final DecisionWriter writer;
    private final OrderTable orders;
    private final OrderBooking booking;

    /** Commands written as decisions and booked as orders. */
    public OwnCommands(DecisionWriter writer, OrderTable orders, OrderBooking booking) {
        this.writer = writer;
        this.orders = orders;
        this.booking = booking;
    }

    /** Asks the venue to cancel an order; one that the engine holds itself ends at once. */
    public void cancel(Order order, String reason, long nowNs) {
        if (order.isHeld()) {
            writer.outcome(order, ExecType.CANCELED, reason);
            booking.known(order, OrderEvent.CANCELED, nowNs);
            return;
        }
        writer.about(order, OrderAction.CANCEL, reason);
        booking.accepted(writer.commit(), nowNs);
    }

    /**
     * Places the order begun at the decision writer, or holds it where the venue cannot; its strategy is told.
     *
     * @param held whether the engine holds it until its price is met
     */
    public Order place(boolean held, long nowNs) {
        OrderCommandDecoder placed = writer.commit();
        booking.accepted(placed, nowNs);
        Order order = orders.find(placed.orderId());
        if (order == null) {
            throw new IllegalStateException("order was not opened: order=" + placed.orderId());
        }
        if (held) {
            hold(order, nowNs);
        } else {
            writer.outcome(order, ExecType.STATUS, "PLACED");
        }
        return order;
    }

    /** The engine holds an order that was opened: for its strategy it is working. */
    public void hold(Order order, long nowNs) {
        booking.known(order, OrderEvent.ACCEPTED, nowNs);
        writer.outcome(order, ExecType.ACCEPTED, "HELD");
    }

    /**
     * Asks the venue what it knows of an order.
     *
     * @param id the order's id, or the one a change under way gives it
     */
    public void query(Order order, long id, String reason) {
        writer.about(order, OrderAction.QUERY, reason).originalOrderId(id);
        writer.commit();
    }
}
