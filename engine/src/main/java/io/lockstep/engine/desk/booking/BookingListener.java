package io.lockstep.engine.desk.booking;

import io.lockstep.engine.order.Order;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import org.jspecify.annotations.Nullable;

/** Hears what reports did to the books, after it was done. */
public interface BookingListener {
    /** Hears nothing. */
    BookingListener NONE = new BookingListener() {};

    /**
     * A fill was booked.
     *
     * @param order ours, or null
     * @param strategyId owner it was booked for, 0 for none of ours
     * @param entered whether that strategy was flat in the instrument before
     */
    default void filled(ExecutionReportDecoder fill, @Nullable Order order, int strategyId, boolean entered) {}

    /** More was filled than was ordered. */
    default void overfilled(Order order) {}

    /** An order took another state. */
    default void moved(Order order) {}

    /** The venue refused an order or a change of one. */
    default void refused(Order order) {}

    /** The answer about an order was lost. */
    default void lost(Order order) {}

    /** An order presumed absent was seen at the venue. */
    default void sightedLate(Order order) {}

    /** The venue has filled more of an order than was reported. */
    default void fillMissing(Order order, long cumQty) {}

    /** The venue holds an order for more than was asked for. */
    default void beyondIntent(Order order, long quantity) {}

    /** A report about an order nobody here knows. */
    default void unknownOrder(ExecutionReportDecoder report) {}
}
