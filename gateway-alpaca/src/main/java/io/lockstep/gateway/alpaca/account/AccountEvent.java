package io.lockstep.gateway.alpaca.account;

/** What is counted about an account. */
public enum AccountEvent {
    /** Messages of the trading stream. */
    FRAMES,
    /** Attempts to connect the trading stream that failed. */
    ATTEMPTS_FAILED,
    /** Sessions of the trading stream that were lost. */
    SESSIONS_LOST,
    /** Faults the trading stream told. */
    FAULTS,
    /** Commands taken. */
    COMMANDS,
    /** Commands not sent because orders are switched off. */
    SHADOWED,
    /** Commands refused here for certain, by rule, budget or state. */
    REFUSED,
    /** Requests of which the outcome is unknown. */
    UNKNOWN_OUTCOMES,
    /** Look-ups made. */
    LOOK_UPS,
    /** Requests repeated because that is safe. */
    REPEATED,
    /** Entries of an answer about many orders that the venue did not take. */
    ENTRIES_REFUSED,
    /** Events that left doubt about an order, which was read again. */
    DOUBTS,
    /** Lists read whole. */
    LISTS_READ,
    /** Lists that could not be had. */
    LISTS_FAILED,
    /** Lists left out because the one before was still under way. */
    LISTS_SKIPPED,
    /** Times the account caught up and was ready. */
    CAUGHT_UP,
    /** Tries to catch up that failed. */
    CATCH_UPS_FAILED,
    /** Errors of ours. */
    INTERNAL_ERRORS
}
