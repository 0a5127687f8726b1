package io.lockstep.engine.order;

import static io.lockstep.engine.order.OrderEvent.ACCEPTED;
import static io.lockstep.engine.order.OrderEvent.CANCEL_REJECTED;
import static io.lockstep.engine.order.OrderEvent.CANCEL_SENT;
import static io.lockstep.engine.order.OrderEvent.FILL;
import static io.lockstep.engine.order.OrderEvent.NOT_FOUND;
import static io.lockstep.engine.order.OrderEvent.OUTCOME_UNKNOWN;
import static io.lockstep.engine.order.OrderEvent.PARTIAL_FILL;
import static io.lockstep.engine.order.OrderEvent.PRESUMED_ABSENT;
import static io.lockstep.engine.order.OrderEvent.RELEASED;
import static io.lockstep.engine.order.OrderEvent.REPLACED;
import static io.lockstep.engine.order.OrderEvent.REPLACE_REJECTED;
import static io.lockstep.engine.order.OrderEvent.REPLACE_SENT;
import static io.lockstep.engine.order.OrderEvent.SIGHTED;
import static io.lockstep.engine.order.OrderEvent.TRIGGERED;
import static io.lockstep.engine.order.OrderState.ABSENT;
import static io.lockstep.engine.order.OrderState.CANCELED;
import static io.lockstep.engine.order.OrderState.EXPIRED;
import static io.lockstep.engine.order.OrderState.FILLED;
import static io.lockstep.engine.order.OrderState.NEW;
import static io.lockstep.engine.order.OrderState.PARTIALLY_FILLED;
import static io.lockstep.engine.order.OrderState.PENDING_CANCEL;
import static io.lockstep.engine.order.OrderState.PENDING_NEW;
import static io.lockstep.engine.order.OrderState.PENDING_REPLACE;
import static io.lockstep.engine.order.OrderState.REJECTED;
import static io.lockstep.engine.order.OrderState.UNKNOWN;

import org.jspecify.annotations.Nullable;

/**
 * Every legal move of an order, one a line. A pair that is not here is an anomaly: the order keeps its state, the report is counted
 * and reconciliation looks into it.
 *
 * <pre>
 *                  ┌──────────────► REJECTED
 *   PENDING_NEW ───┼─► NEW ──► PARTIALLY_FILLED ──► FILLED
 *        │         │    │ ▲          │
 *        │         │    ▼ │          ▼
 *        │         └─► PENDING_CANCEL / PENDING_REPLACE ──► CANCELED, EXPIRED
 *        ▼
 *     UNKNOWN ──(evidence)──► any of the above      UNKNOWN ──(horizon)──► ABSENT ──(late sighting)──► any of the above
 * </pre>
 *
 * <p>Fills are booked in every state, for the position is ours whatever we believed. {@link OrderState#UNKNOWN} ends by evidence or by
 * the horizon, never by a time-out into REJECTED.
 */
public final class OrderLifecycle {
    private static final @Nullable OrderState[][] MOVES =
            new OrderState[OrderState.values().length][OrderEvent.values().length];

    static {
        allow(PENDING_NEW, ACCEPTED, NEW);
        allow(PENDING_NEW, TRIGGERED, NEW);
        allow(PENDING_NEW, PARTIAL_FILL, PARTIALLY_FILLED); // the fill overtook the ack
        allow(PENDING_NEW, FILL, FILLED);
        allow(PENDING_NEW, CANCEL_SENT, PENDING_CANCEL);
        allow(PENDING_NEW, OrderEvent.CANCELED, CANCELED); // immediate-or-cancel, self-trade prevention
        allow(PENDING_NEW, OrderEvent.REJECTED, REJECTED);
        allow(PENDING_NEW, OrderEvent.EXPIRED, EXPIRED);
        allow(PENDING_NEW, OUTCOME_UNKNOWN, UNKNOWN);
        allow(PENDING_NEW, SIGHTED, NEW);

        allow(NEW, ACCEPTED, NEW);
        allow(NEW, TRIGGERED, NEW);
        allow(NEW, PARTIAL_FILL, PARTIALLY_FILLED);
        allow(NEW, FILL, FILLED);
        allow(NEW, CANCEL_SENT, PENDING_CANCEL);
        allow(NEW, REPLACE_SENT, PENDING_REPLACE);
        allow(NEW, REPLACED, NEW); // changed by hand at the venue
        allow(NEW, CANCEL_REJECTED, NEW); // its state was learned from a query in between
        allow(NEW, REPLACE_REJECTED, NEW); // the cancel that followed was refused first
        allow(NEW, OrderEvent.CANCELED, CANCELED);
        allow(NEW, OrderEvent.REJECTED, REJECTED); // refused after it was taken, as Alpaca may
        allow(NEW, OrderEvent.EXPIRED, EXPIRED);
        allow(NEW, OUTCOME_UNKNOWN, UNKNOWN);
        allow(NEW, SIGHTED, NEW);
        allow(NEW, RELEASED, PENDING_NEW);

        allow(PARTIALLY_FILLED, ACCEPTED, PARTIALLY_FILLED);
        allow(PARTIALLY_FILLED, TRIGGERED, PARTIALLY_FILLED);
        allow(PARTIALLY_FILLED, PARTIAL_FILL, PARTIALLY_FILLED);
        allow(PARTIALLY_FILLED, FILL, FILLED);
        allow(PARTIALLY_FILLED, CANCEL_SENT, PENDING_CANCEL);
        allow(PARTIALLY_FILLED, REPLACE_SENT, PENDING_REPLACE);
        allow(PARTIALLY_FILLED, REPLACED, PARTIALLY_FILLED);
        allow(PARTIALLY_FILLED, CANCEL_REJECTED, PARTIALLY_FILLED);
        allow(PARTIALLY_FILLED, REPLACE_REJECTED, PARTIALLY_FILLED);
        allow(PARTIALLY_FILLED, OrderEvent.CANCELED, CANCELED);
        allow(PARTIALLY_FILLED, OrderEvent.REJECTED, REJECTED);
        allow(PARTIALLY_FILLED, OrderEvent.EXPIRED, EXPIRED);
        allow(PARTIALLY_FILLED, OUTCOME_UNKNOWN, UNKNOWN);
        allow(PARTIALLY_FILLED, SIGHTED, PARTIALLY_FILLED);

        allow(PENDING_CANCEL, ACCEPTED, PENDING_CANCEL);
        allow(PENDING_CANCEL, TRIGGERED, PENDING_CANCEL);
        allow(PENDING_CANCEL, PARTIAL_FILL, PENDING_CANCEL);
        allow(PENDING_CANCEL, FILL, FILLED); // the fill crossed our cancel
        allow(PENDING_CANCEL, CANCEL_SENT, PENDING_CANCEL);
        allow(PENDING_CANCEL, CANCEL_REJECTED, NEW);
        allow(PENDING_CANCEL, REPLACED, PENDING_CANCEL);
        allow(PENDING_CANCEL, REPLACE_REJECTED, PENDING_CANCEL);
        allow(PENDING_CANCEL, OrderEvent.CANCELED, CANCELED);
        allow(PENDING_CANCEL, OrderEvent.REJECTED, REJECTED);
        allow(PENDING_CANCEL, OrderEvent.EXPIRED, EXPIRED);
        allow(PENDING_CANCEL, OUTCOME_UNKNOWN, UNKNOWN);
        allow(PENDING_CANCEL, SIGHTED, PENDING_CANCEL);

        allow(PENDING_REPLACE, ACCEPTED, PENDING_REPLACE);
        allow(PENDING_REPLACE, TRIGGERED, PENDING_REPLACE);
        allow(PENDING_REPLACE, PARTIAL_FILL, PENDING_REPLACE);
        allow(PENDING_REPLACE, FILL, FILLED);
        allow(PENDING_REPLACE, CANCEL_SENT, PENDING_CANCEL);
        allow(PENDING_REPLACE, CANCEL_REJECTED, PENDING_REPLACE);
        allow(PENDING_REPLACE, REPLACED, NEW);
        allow(PENDING_REPLACE, REPLACE_REJECTED, NEW);
        allow(PENDING_REPLACE, OrderEvent.CANCELED, CANCELED);
        allow(PENDING_REPLACE, OrderEvent.REJECTED, REJECTED);
        allow(PENDING_REPLACE, OrderEvent.EXPIRED, EXPIRED);
        allow(PENDING_REPLACE, OUTCOME_UNKNOWN, UNKNOWN);
        allow(PENDING_REPLACE, SIGHTED, PENDING_REPLACE);

        allow(UNKNOWN, ACCEPTED, NEW);
        allow(UNKNOWN, TRIGGERED, NEW);
        allow(UNKNOWN, PARTIAL_FILL, PARTIALLY_FILLED);
        allow(UNKNOWN, FILL, FILLED);
        allow(UNKNOWN, CANCEL_SENT, UNKNOWN); // a cancel proves nothing until it is answered
        allow(UNKNOWN, CANCEL_REJECTED, UNKNOWN);
        allow(UNKNOWN, REPLACED, NEW);
        allow(UNKNOWN, REPLACE_REJECTED, UNKNOWN);
        allow(UNKNOWN, OrderEvent.CANCELED, CANCELED);
        allow(UNKNOWN, OrderEvent.REJECTED, REJECTED);
        allow(UNKNOWN, OrderEvent.EXPIRED, EXPIRED);
        allow(UNKNOWN, OUTCOME_UNKNOWN, UNKNOWN);
        allow(UNKNOWN, SIGHTED, NEW);
        allow(UNKNOWN, NOT_FOUND, UNKNOWN);
        allow(UNKNOWN, PRESUMED_ABSENT, ABSENT);

        allow(FILLED, ACCEPTED, FILLED); // the ack came behind the fill
        allow(FILLED, PARTIAL_FILL, FILLED); // more than ordered: booked, and reported as an overfill
        allow(FILLED, FILL, FILLED);
        allow(FILLED, CANCEL_REJECTED, FILLED); // nothing was left to cancel
        allow(FILLED, REPLACE_REJECTED, FILLED);
        allow(FILLED, SIGHTED, FILLED); // the list is older than the fill

        allow(CANCELED, ACCEPTED, CANCELED);
        allow(CANCELED, PARTIAL_FILL, CANCELED); // late, but the position is ours
        allow(CANCELED, FILL, FILLED);
        allow(CANCELED, OrderEvent.CANCELED, CANCELED);
        allow(CANCELED, CANCEL_REJECTED, CANCELED);
        allow(CANCELED, REPLACE_REJECTED, CANCELED);
        allow(CANCELED, OrderEvent.EXPIRED, CANCELED);

        allow(EXPIRED, ACCEPTED, EXPIRED);
        allow(EXPIRED, PARTIAL_FILL, EXPIRED);
        allow(EXPIRED, FILL, FILLED);
        allow(EXPIRED, OrderEvent.CANCELED, EXPIRED);
        allow(EXPIRED, CANCEL_REJECTED, EXPIRED);
        allow(EXPIRED, REPLACE_REJECTED, EXPIRED);
        allow(EXPIRED, OrderEvent.EXPIRED, EXPIRED);

        allow(REJECTED, PARTIAL_FILL, PARTIALLY_FILLED); // the venue contradicts itself: the trade counts
        allow(REJECTED, FILL, FILLED);
        allow(REJECTED, CANCEL_REJECTED, REJECTED);
        allow(REJECTED, REPLACE_REJECTED, REJECTED);
        allow(REJECTED, OrderEvent.REJECTED, REJECTED);

        allow(ABSENT, ACCEPTED, NEW); // a late sighting overrules the presumption
        allow(ABSENT, TRIGGERED, NEW);
        allow(ABSENT, PARTIAL_FILL, PARTIALLY_FILLED);
        allow(ABSENT, FILL, FILLED);
        allow(ABSENT, CANCEL_REJECTED, ABSENT);
        allow(ABSENT, OrderEvent.CANCELED, CANCELED);
        allow(ABSENT, OrderEvent.REJECTED, REJECTED);
        allow(ABSENT, OrderEvent.EXPIRED, EXPIRED);
        allow(ABSENT, PRESUMED_ABSENT, ABSENT);
        allow(ABSENT, SIGHTED, NEW);
        allow(ABSENT, NOT_FOUND, ABSENT);
    }

    private OrderLifecycle() {}

    /**
     * The state after an event.
     *
     * @param hasFills whether any quantity has been filled, so that a working order reads {@link OrderState#PARTIALLY_FILLED}
     * @return the next state, or null if the move is not legal and the order keeps its state
     */
    public static @Nullable OrderState next(OrderState state, OrderEvent event, boolean hasFills) {
        OrderState next = MOVES[state.ordinal()][event.ordinal()];
        return next == NEW && hasFills ? PARTIALLY_FILLED : next;
    }

    private static void allow(OrderState state, OrderEvent event, OrderState next) {
        MOVES[state.ordinal()][event.ordinal()] = next;
    }
}
