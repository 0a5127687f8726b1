package io.lockstep.transport.websocket;

/** What became of a message given to a socket. */
public enum SendResult {
    /** Taken: it goes out in order, unless the connection ends before. */
    ACCEPTED,
    /** Refused, no byte will leave: too many bytes wait to be sent. */
    FULL,
    /** Refused, no byte will leave: the socket is not open. */
    NOT_OPEN,
    /** Refused, no byte will leave: longer than the settings allow. */
    TOO_LARGE;

    /** Whether the message was taken. */
    public boolean isAccepted() {
        return this == ACCEPTED;
    }
}
