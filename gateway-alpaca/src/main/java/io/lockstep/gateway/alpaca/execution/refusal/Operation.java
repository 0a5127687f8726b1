package io.lockstep.gateway.alpaca.execution.refusal;

/** What a request asked of the venue; decides what a refusal says about the order. */
public enum Operation {
    /** A new order. */
    PLACE,
    /** A change of an order. */
    REPLACE,
    /** The cancellation of an order. */
    CANCEL,
    /** The closing of a position. */
    CLOSE,
    /** Anything that changes nothing. */
    QUERY
}
