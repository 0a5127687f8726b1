package io.lockstep.gateway.binance.execution;

/** What became of a frame of a user stream. */
public enum UserDataOutcome {
    /** A report on an order was published. */
    EXECUTION,
    /** Balances, positions or a cash movement were published. */
    ACCOUNT,
    /** A fill that was published before. */
    DUPLICATE,
    /** The cancel within one of our own replacements: the report on the replacement says it. */
    OWN_REPLACEMENT,
    /** An event that says nothing the engine does not learn otherwise: locks, lists, settings, early fill notices. */
    NOT_NEEDED,
    /** The account is close to liquidation; positions were published. An operator must know. */
    MARGIN_CALL,
    /** The listen key is dead: a new one and a new connection are needed, then reconciliation. */
    LISTEN_KEY_EXPIRED,
    /** The venue ended the subscription: subscribe again, then reconcile. */
    STREAM_TERMINATED,
    /** The venue will close the connection soon. */
    SERVER_SHUTDOWN,
    /** An answer to a request, not an event. */
    RESPONSE,
    /** An event about a symbol that is none of this run's. */
    UNKNOWN_SYMBOL,
    /** A kind of event, or a state in one, that is not known here: reconcile, and look. */
    UNKNOWN_EVENT,
    /** Not JSON, or a field is missing or out of range: reconcile, and look. */
    MALFORMED
}
