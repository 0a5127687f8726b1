package io.lockstep.gateway.alpaca.session;

/**
 * What can go wrong with a stream: the venue's error codes and what we find ourselves. Alpaca WebSocket Stream, "Errors", read 2026-11.
 */
public enum StreamFault {
    /** The venue could not read what we sent; the same text again would fail again. */
    INVALID_SYNTAX(400, Recovery.GIVE_UP),
    /** We asked before the keys were accepted. */
    NOT_AUTHENTICATED(401, Recovery.AUTHENTICATE),
    /** The keys are wrong or missing. */
    AUTH_FAILED(402, Recovery.GIVE_UP),
    /** The keys were sent twice. */
    ALREADY_AUTHENTICATED(403, Recovery.IGNORE),
    /** The keys came too late; the venue closes. */
    AUTH_TIMEOUT(404, Recovery.RECONNECT),
    /** The plan allows fewer symbols. */
    SYMBOL_LIMIT(405, Recovery.GIVE_UP),
    /** Another connection holds the endpoint's only place, possibly one of ours that is half dead. */
    CONNECTION_LIMIT(406, Recovery.BACK_OFF),
    /** We read too slowly; data is missing. */
    SLOW_CLIENT(407, Recovery.RECONNECT),
    /** The account is too old for this stream. */
    NOT_ENABLED(408, Recovery.GIVE_UP),
    /** The plan does not include this feed. */
    INSUFFICIENT_SUBSCRIPTION(409, Recovery.GIVE_UP),
    /** The feed does not offer a channel we asked for. */
    INVALID_SUBSCRIPTION(410, Recovery.GIVE_UP),
    /** The token does not cover this stream. */
    INSUFFICIENT_SCOPE(411, Recovery.GIVE_UP),
    /** The feed speaks MessagePack only. */
    MSGPACK_REQUIRED(412, Recovery.GIVE_UP),
    /** The feed takes no wildcard. */
    WILDCARD_REFUSED(413, Recovery.GIVE_UP),
    /** A fault of the venue. */
    VENUE_ERROR(500, Recovery.BACK_OFF),
    /** An error code we do not know. */
    UNKNOWN_ERROR(0, Recovery.BACK_OFF),
    /** The dialogue did not come to its end in time. */
    HANDSHAKE_TIMEOUT(0, Recovery.RECONNECT),
    /** The venue acknowledged less than we asked for. */
    SUBSCRIPTION_INCOMPLETE(0, Recovery.RECONNECT),
    /** Nothing came for longer than the venue ever stays silent. */
    MUTE(0, Recovery.RECONNECT);

    private final int code;
    private final Recovery recovery;

    StreamFault(int code, Recovery recovery) {
        this.code = code;
        this.recovery = recovery;
    }

    /** The venue's code; 0 for what we find ourselves. */
    public int code() {
        return code;
    }

    /** What to do about it. */
    public Recovery recovery() {
        return recovery;
    }

    /** The fault of a venue's code. */
    public static StreamFault of(int code) {
        for (StreamFault fault : values()) {
            if (fault.code == code && code != 0) {
                return fault;
            }
        }
        return UNKNOWN_ERROR;
    }
}
