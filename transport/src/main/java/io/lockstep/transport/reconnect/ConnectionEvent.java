package io.lockstep.transport.reconnect;

/** What moves a managed connection. */
public enum ConnectionEvent {
    /** The user wants it. */
    START,
    /** The time of the next attempt has come and the venue's limit allows it. */
    ATTEMPT_DUE,
    /** The socket being opened is open. */
    OPENED,
    /** The open socket is subscribed and ready for use. */
    SUBSCRIBED,
    /** The session being built came to nothing. */
    FAILED,
    /** The active session ended. */
    LOST,
    /** The active session should be replaced while it lasts. */
    REPLACE,
    /** The user is done with it. */
    STOP
}
