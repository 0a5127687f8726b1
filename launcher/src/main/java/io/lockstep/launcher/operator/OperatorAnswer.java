package io.lockstep.launcher.operator;

/**
 * What became of a request.
 *
 * @param nonce the request's
 * @param timeMs when the engine was through with it, UTC, ms
 * @param outcome in one word
 * @param sequence input sequence it is journaled under, 0 if it is not
 * @param detail in one sentence
 */
public record OperatorAnswer(long nonce, long timeMs, Outcome outcome, long sequence, String detail) {
    /** What became of it. */
    public enum Outcome {
        /** Journaled and done. */
        DONE,
        /** Not allowed, or about something that is not there. */
        REFUSED,
        /** Too old when an engine saw it: nothing was done. */
        EXPIRED
    }
}
