package io.lockstep.gateway.alpaca.rest;

/** What became of a request. Immutable; the body is the receiver's own. */
public final class RestReply {
    private static final byte[] NO_BODY = {};

    private final Kind kind;
    private final int status;
    private final byte[] body;
    private final String detail;
    private final long sentNs;
    private final long receivedNs;

    private RestReply(Kind kind, int status, byte[] body, String detail, long sentNs, long receivedNs) {
        this.kind = kind;
        this.status = status;
        this.body = body;
        this.detail = detail;
        this.sentNs = sentNs;
        this.receivedNs = receivedNs;
    }

    static RestReply answered(int status, byte[] body, long sentNs, long receivedNs) {
        return new RestReply(Kind.ANSWERED, status, body, "HTTP " + status, sentNs, receivedNs);
    }

    static RestReply unanswered(Kind kind, String detail, long sentNs, long nowNs) {
        return new RestReply(kind, 0, NO_BODY, detail, sentNs, nowNs);
    }

    /** What became of it. */
    public Kind kind() {
        return kind;
    }

    /** HTTP status; 0 without an answer. */
    public int status() {
        return status;
    }

    /** Whether the venue answered with a status of 2xx. */
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Whether the venue answered at all. */
    public boolean isAnswered() {
        return kind == Kind.ANSWERED;
    }

    /** The body; empty without an answer. */
    public byte[] body() {
        return body;
    }

    /** Why there is no answer, or the status, in words. */
    public String detail() {
        return detail;
    }

    /** When the request was handed to the network, UTC, nanoseconds. */
    public long sentNs() {
        return sentNs;
    }

    /** When the answer was complete, or given up, UTC, nanoseconds. */
    public long receivedNs() {
        return receivedNs;
    }

    @Override
    public String toString() {
        return kind + ", " + detail;
    }

    /** What can become of a request. */
    public enum Kind {
        /** The venue answered, well or badly. */
        ANSWERED,
        /** Certainly no byte of it left. */
        NOT_SENT,
        /** At least a part left and no whole answer came. */
        LOST,
        /** It was held back: the minute's budget is used up. */
        RATE_LIMITED
    }
}
