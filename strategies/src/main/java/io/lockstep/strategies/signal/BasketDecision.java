package io.lockstep.strategies.signal;

/** What an evaluation of a basket came to. */
public enum BasketDecision {
    /** Too few members have voted lately. */
    SUPPRESS_MIN_SIGNALS,
    /** Too few votes are negative, or they are not negative enough. */
    SUPPRESS_CONDITIONS,
    /** The conditions hold, but not for long enough. */
    ARMED,
    /** The fund was bought a moment ago. */
    BLOCK_LOCK,
    /** An instrument that must not be held together with the fund is held. */
    BLOCK_CONFLICT,
    /** The fund is held already. */
    SUPPRESS_POSITION,
    /** Buy the fund. */
    ENTER
}
