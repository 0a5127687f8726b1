package io.lockstep.gateway.alpaca.session;

/** What to do about a fault of a stream. */
public enum Recovery {
    /** Nothing: the session goes on. */
    IGNORE,
    /** Send the keys again on the same connection. */
    AUTHENTICATE,
    /** Open another connection at once. */
    RECONNECT,
    /** Open another connection after a pause that grows with each try. */
    BACK_OFF,
    /** Stop: only a person can change the cause. */
    GIVE_UP
}
