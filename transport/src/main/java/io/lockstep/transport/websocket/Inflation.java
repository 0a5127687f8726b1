package io.lockstep.transport.websocket;

/** How inflating a message ended. */
enum Inflation {
    DONE,
    TOO_LARGE,
    CORRUPT
}
