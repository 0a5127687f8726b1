package io.lockstep.transport.websocket;

import io.lockstep.transport.websocket.frame.VenueText;

/**
 * How a socket ended.
 *
 * @param cause why
 * @param code close code or HTTP status where the cause has one, else 0
 * @param detail words for a person, printable ASCII, may quote the peer
 * @param retryAfterS seconds the peer asked us to stay away, 0 if it did not
 */
public record SocketEnd(EndCause cause, int code, String detail, long retryAfterS) {
    static SocketEnd of(EndCause cause, String detail) {
        return new SocketEnd(cause, 0, detail, 0);
    }

    static SocketEnd of(EndCause cause, int code, String detail) {
        return new SocketEnd(cause, code, detail, 0);
    }

    /** An end for want of time, before the socket was of use. */
    public static SocketEnd timeout(String detail) {
        return of(EndCause.CONNECT_TIMEOUT, detail);
    }

    /** An end before anything was sent, because the attempt could not be made. */
    public static SocketEnd notBegun(RuntimeException cause) {
        return of(EndCause.CONNECT_FAILED, VenueText.clean(String.valueOf(cause.getMessage())));
    }
}
