package io.lockstep.gateway.binance.execution;

/** What became of an answer to a request. */
public enum ResponseOutcome {
    /** The venue took a new order; published. */
    ACCEPTED,
    /** The venue did what was asked; the user stream tells the rest. */
    CONFIRMED,
    /** The venue did not; published as a rejection of the order, the cancel or the change. */
    REFUSED,
    /** Nobody knows; published, and to be asked for. */
    UNKNOWN,
    /** A question about an order was answered, with its state or with its not being found; published. */
    ANSWERED,
    /** A question, or a request about more than one order, failed: the caller's business. */
    FAILED,
    /** An answer about the session: the caller's business. */
    NOT_ABOUT_AN_ORDER,
    /** The account's key was revoked: the venue says so without being asked. */
    KEY_REVOKED,
    /** Not an answer that can be read: the order it was for is as if there had been none. */
    MALFORMED
}
