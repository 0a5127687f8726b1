package io.lockstep.transport.websocket;

/** Why a socket ended. */
public enum EndCause {
    /** Name not resolved, or TCP not connected. */
    CONNECT_FAILED,
    /** TLS refused: certificate, host name or protocol. */
    TLS_FAILED,
    /** The answer to the upgrade was not an acceptance; the code is its HTTP status, 0 where it was not HTTP. */
    UPGRADE_REFUSED,
    /** Not open within its time. */
    CONNECT_TIMEOUT,
    /** The peer closed with a close frame; the code is the peer's. */
    CLOSED_BY_PEER,
    /** We closed. */
    CLOSED_BY_US,
    /** The connection ended without a close frame. */
    LOST,
    /** A ping of ours was not answered in time. */
    PONG_TIMEOUT,
    /** Not a byte arrived for too long. */
    IDLE,
    /** A message was longer, or had more fragments, than allowed. */
    TOO_LARGE,
    /** The peer broke the WebSocket protocol. */
    PROTOCOL_VIOLATION,
    /** A compressed message did not inflate. */
    BAD_COMPRESSION,
    /** The listener threw. */
    LISTENER_FAILED
}
