package io.lockstep.transport.http;

/** What became of a call. The caller decides what each means for an order; nothing is repeated for it. */
public sealed interface HttpOutcome {
    /** The venue answered, well or badly. */
    record Answered(HttpAnswer answer) implements HttpOutcome {}

    /**
     * No byte of it was given to the network: the venue cannot know of it.
     *
     * @param cause why
     * @param detail words for a person
     */
    record NotSent(Cause cause, String detail) implements HttpOutcome {}

    /**
     * At least a part was sent, and no whole answer came: the venue may have acted on it or not.
     *
     * @param cause why
     * @param detail words for a person
     */
    record Unknown(Cause cause, String detail) implements HttpOutcome {}

    /** Why there is no answer. */
    enum Cause {
        /** Name not resolved, TCP not connected, or TLS refused. */
        CONNECT_FAILED,
        /** Too many calls wait for a connection. */
        TOO_MANY_WAITING,
        /** Its time was up. */
        TIMEOUT,
        /** The connection ended. */
        CONNECTION_LOST,
        /** What came is not HTTP. */
        BAD_ANSWER,
        /** The answer is longer than allowed. */
        ANSWER_TOO_LARGE,
        /** The client was closed. */
        CLIENT_CLOSED
    }
}
