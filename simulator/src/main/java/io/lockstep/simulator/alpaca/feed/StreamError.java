package io.lockstep.simulator.alpaca.feed;

import io.lockstep.simulator.json.JsonWriter;

/** Errors of the data streams. (Alpaca, "Real-time Stock Data", errors, read 2026-11.) */
enum StreamError {
    INVALID_SYNTAX(400, "invalid syntax"),
    NOT_AUTHENTICATED(401, "not authenticated"),
    AUTH_FAILED(402, "auth failed"),
    ALREADY_AUTHENTICATED(403, "already authenticated"),
    AUTH_TIMEOUT(404, "auth timeout"),
    SYMBOL_LIMIT(405, "symbol limit exceeded"),
    CONNECTION_LIMIT(406, "connection limit exceeded"),
    SLOW_CLIENT(407, "slow client"),
    INVALID_ACTION(410, "invalid subscribe action for this feed");

    private final int code;
    private final String text;

    StreamError(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /** The frame that tells it. */
    String frame() {
        return new JsonWriter()
                .array()
                .object()
                .field("T", "error")
                .field("code", code)
                .field("msg", text)
                .end()
                .end()
                .toString();
    }
}
