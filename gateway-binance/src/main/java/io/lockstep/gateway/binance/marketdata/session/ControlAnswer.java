package io.lockstep.gateway.binance.marketdata.session;

import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonFormatException;
import io.lockstep.transport.json.JsonValue;

/**
 * The venue's answer to a request on a market socket. Cold path: allocates.
 *
 * @param kind what it says
 * @param id number of the request; 0 where it names none of ours
 * @param detail the venue's words, where it refuses
 */
record ControlAnswer(Kind kind, long id, String detail) {
    /** What an answer says. */
    enum Kind {
        /** Done. */
        DONE,
        /** Not done. */
        REFUSED,
        /** The frame is no answer. */
        NONE
    }

    private static final int LONGEST = 1024;
    private static final ControlAnswer NO_ANSWER = new ControlAnswer(Kind.NONE, 0, "");

    /** Reads a frame; anything that is not an answer is {@link Kind#NONE}. */
    static ControlAnswer read(byte[] bytes, int offset, int length) {
        if (length > LONGEST || length == 0 || bytes[offset] != '{') {
            return NO_ANSWER;
        }
        try {
            return of(JsonValue.parse(new JsonCursor().wrap(bytes, offset, length)));
        } catch (JsonFormatException e) {
            return NO_ANSWER;
        }
    }

    private static ControlAnswer of(JsonValue frame) {
        if (frame.has("stream") || frame.has("e")) {
            return NO_ANSWER;
        }
        if (frame.has("error") || frame.has("code")) {
            return new ControlAnswer(Kind.REFUSED, idOf(frame), frame.toString());
        }
        return frame.members().containsKey("result") ? new ControlAnswer(Kind.DONE, idOf(frame), "") : NO_ANSWER;
    }

    private static long idOf(JsonValue frame) {
        return frame.has("id") ? frame.number("id") : 0;
    }
}
