package io.lockstep.transport.net;

/** What a connection counts. */
public enum TransportCounter {
    /** Whole messages handed to the listener. */
    MESSAGES_RECEIVED,
    /** Bytes read from sockets, after TLS. */
    BYTES_RECEIVED,
    /** Messages accepted for sending. */
    MESSAGES_SENT,
    /** Payload bytes accepted for sending. */
    BYTES_SENT,
    /** Messages refused because too many bytes wait to be sent. */
    SENDS_REFUSED_FULL,
    /** Messages refused because the socket is not open. */
    SENDS_REFUSED_CLOSED,
    /** Messages refused because they are longer than allowed. */
    SENDS_REFUSED_TOO_LARGE,
    /** Pings of ours. */
    PINGS_SENT,
    /** Answers to our pings. */
    PONGS_RECEIVED,
    /** Pings of the peer that were answered. */
    PINGS_ANSWERED,
    /** Messages that arrived longer, or in more fragments, than allowed; each closed its socket. */
    OVERSIZED_MESSAGES,
    /** Breaches of the WebSocket protocol; each closed its socket. */
    PROTOCOL_VIOLATIONS,
    /** Compressed messages that did not inflate; each closed its socket. */
    BAD_COMPRESSION,
    /** Messages cut by the end of their connection. */
    TRUNCATED_MESSAGES,
    /** Exceptions thrown by a listener; each closed its socket. */
    LISTENER_FAILURES,
    /** Connection attempts begun. */
    CONNECT_ATTEMPTS,
    /** Attempts put off because the venue's connection limit was near. */
    ATTEMPTS_DELAYED,
    /** Attempts that ended before the socket was ready for use. */
    ATTEMPTS_FAILED,
    /** Sockets opened. */
    SOCKETS_OPENED,
    /** Active connections lost without a replacement at hand. */
    CONNECTIONS_LOST,
    /** Active connections replaced by their successor. */
    CONNECTIONS_REPLACED,
    /** Streams found mute. */
    STREAMS_MUTE,
    /** HTTP calls answered. */
    HTTP_ANSWERED,
    /** HTTP calls of which no byte was sent. */
    HTTP_NOT_SENT,
    /** HTTP calls sent whose outcome is not known. */
    HTTP_UNKNOWN,
    /** HTTP connections opened. */
    HTTP_CONNECTIONS_OPENED
}
