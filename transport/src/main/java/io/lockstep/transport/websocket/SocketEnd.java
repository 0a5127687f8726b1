package io.lockstep.transport.websocket;

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
}
