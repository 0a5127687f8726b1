package io.lockstep.gateway.binance.execution.error;

/** What to do after an error. */
public enum Recovery {
    /** Nothing: normal flow. */
    NONE,
    /** Wait for the user event, then ask by client id, until there is proof; never resend blindly. */
    ASK,
    /** Try again later, each time later. */
    BACK_OFF,
    /** Ask once by client id, then the same request may be sent again. */
    VERIFY_THEN_RESEND,
    /** Open a new connection. */
    RECONNECT,
    /** Send nothing from this address until the venue's stated time. */
    STOP_REQUESTS,
    /** Send no new order until the window of the limit is over; cancels go on. */
    WAIT_FOR_WINDOW,
    /** Measure the clock again, then build and sign anew, at a price of that time. */
    RESYNC_CLOCK,
    /** Stop trading and call the operator: retrying cannot help. */
    HALT,
    /** Read exchangeInfo again: our rules are stale, or there is a bug. */
    REFRESH_RULES,
    /** Read balances, positions and modes again. */
    RESYNC_ACCOUNT,
    /** Cancel some orders before sending more. */
    FREE_ORDERS,
    /** Only shrink positions in this symbol. */
    REDUCE_ONLY,
    /** Send it to the Algo service instead. */
    USE_ALGO_SERVICE,
    /** Read the results in the body. */
    READ_BODY,
    /** Get a new listen key, connect anew, reconcile. */
    RENEW_LISTEN_KEY
}
