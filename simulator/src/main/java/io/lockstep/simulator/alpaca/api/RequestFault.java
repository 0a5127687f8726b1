package io.lockstep.simulator.alpaca.api;

/**
 * What goes wrong with a request.
 *
 * @param kind how it goes wrong
 * @param status HTTP status sent instead of the true answer; unused where none is sent
 * @param body body sent with it; HTML at will
 * @param delayMs how long the answer is held back, milliseconds
 */
public record RequestFault(Kind kind, int status, String body, long delayMs) {
    /** How a request goes wrong. */
    public enum Kind {
        /** It is carried out, and its answer never leaves. */
        LOSE_ANSWER,
        /** It never reaches the venue, and nothing is answered. */
        LOSE_REQUEST,
        /** It is not carried out; an error is answered. */
        FAIL_BEFORE,
        /** It is carried out; an error is answered all the same. */
        FAIL_AFTER,
        /** It is carried out; its true answer comes late. */
        ANSWER_LATE
    }

    /** The answer is lost, the request is not. */
    public static RequestFault lostAnswer() {
        return new RequestFault(Kind.LOSE_ANSWER, 0, "", 0);
    }

    /** Request and answer are lost. */
    public static RequestFault lostRequest() {
        return new RequestFault(Kind.LOSE_REQUEST, 0, "", 0);
    }

    /** An error instead of the request. */
    public static RequestFault before(int status, String body) {
        return new RequestFault(Kind.FAIL_BEFORE, status, body, 0);
    }

    /** An error although the request was carried out. */
    public static RequestFault after(int status, String body) {
        return new RequestFault(Kind.FAIL_AFTER, status, body, 0);
    }

    /** The true answer, late. */
    public static RequestFault late(long delayMs) {
        return new RequestFault(Kind.ANSWER_LATE, 0, "", delayMs);
    }
}
