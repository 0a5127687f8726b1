package io.lockstep.transport.websocket.deflate;

/** How inflating a message ended. */
public enum Inflation {
    /** The message is there. */
    DONE,
    /** It would be longer than allowed. */
    TOO_LARGE,
    /** The bytes are no deflated message. */
    CORRUPT
}
