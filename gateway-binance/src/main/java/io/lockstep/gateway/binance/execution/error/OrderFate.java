package io.lockstep.gateway.binance.execution.error;

/** What an error answer says about the order it answers for. */
public enum OrderFate {
    /** The request did nothing: a new order is certainly not live, a cancel or change certainly not made. */
    NOT_DONE,
    /** The order is as it was before. */
    UNCHANGED,
    /** It may or may not have been done: only evidence ends this, never time alone. */
    UNKNOWN,
    /** An open order with this client id exists already: ask for it. */
    EXISTS,
    /** The order is not open now; whether it was filled, canceled or never arrived, events or a question will tell. */
    NOT_OPEN,
    /** The venue does not find it, which proves nothing while the order may still be on its way. */
    NOT_FOUND,
    /** Two requests in one: the parts' own results are in the body. */
    IN_BODY
}
