package io.lockstep.engine.desk;

import io.lockstep.engine.decision.DecisionWriter;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderEvent;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.OrderAction;

/** Commands the risk handler gives by itself about orders there are; ask the decision writer for room first. */
final class OwnCommands {
    private final DecisionWriter writer;
    private final OrderBooking booking;

    OwnCommands(DecisionWriter writer, OrderBooking booking) {
        this.writer = writer;
        this.booking = booking;
    }

    /** Asks the venue to cancel an order; one that the engine holds itself ends at once. */
    void cancel(Order order, String reason, long nowNs) {
        if (order.isHeld()) {
            writer.outcome(order, ExecType.CANCELED, reason);
            booking.known(order, OrderEvent.CANCELED, nowNs);
            return;
        }
        writer.about(order, OrderAction.CANCEL, reason);
        booking.accepted(writer.commit(), nowNs);
    }

    /** Asks the venue what it knows of an order. */
    void query(Order order, String reason) {
        writer.about(order, OrderAction.QUERY, reason);
        writer.commit();
    }
}
