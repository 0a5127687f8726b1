package io.lockstep.engine.order;

/** What can happen to an order. */
public enum OrderEvent {
    /** The venue took it. */
    ACCEPTED,
    /** Part of it traded. */
    PARTIAL_FILL,
    /** The rest of it traded. */
    FILL,
    /** We asked for its cancellation. */
    CANCEL_SENT,
    /** We asked for a change. */
    REPLACE_SENT,
    /** The venue ended it on request, or by self-trade prevention. */
    CANCELED,
    /** The venue refused the cancellation. */
    CANCEL_REJECTED,
    /** The venue made the change. */
    REPLACED,
    /** The venue refused the change. */
    REPLACE_REJECTED,
    /** The venue refused the order. */
    REJECTED,
    /** Its time was over. */
    EXPIRED,
    /** Its stop price was reached. */
    TRIGGERED,
    /** A request was sent and its answer lost. */
    OUTCOME_UNKNOWN,
    /** Every query came back empty until after the horizon. */
    PRESUMED_ABSENT,
    /** The venue lists it as working. */
    SIGHTED,
    /** The venue does not know it, which proves nothing by itself. */
    NOT_FOUND,
    /** Held by the engine until now, it is handed to the gateway. */
    RELEASED
}
