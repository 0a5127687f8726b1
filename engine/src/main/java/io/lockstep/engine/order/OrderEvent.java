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
    PRESUMED_ABSENT
}
