package io.lockstep.gateway.alpaca.session;

/** How far the dialogue with a stream has come. */
public enum SessionState {
    /** No connection. */
    CLOSED,
    /** Connected; the venue has not greeted yet. */
    AWAITING_WELCOME,
    /** Keys sent. */
    AUTHENTICATING,
    /** Keys accepted, subscription sent. */
    SUBSCRIBING,
    /** Everything asked for is acknowledged. */
    READY,
    /** Given up. */
    FAILED
}
