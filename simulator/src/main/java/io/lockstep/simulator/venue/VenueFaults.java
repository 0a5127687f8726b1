package io.lockstep.simulator.venue;

import io.lockstep.simulator.wire.HttpReply;

/** Faults only the venue itself can commit, and how it words those that are injected around it. Event loop only. */
public interface VenueFaults {
    /** How a request fails. */
    enum Failure {
        /** Refused for overload: certainly not executed. */
        NOT_EXECUTED,
        /** Passed on, the outcome is not known: it may have been executed. */
        UNKNOWN
    }

    /** The answer of a REST request that failed. */
    HttpReply failure(Failure failure);

    /**
     * The answer of a request on a socket that failed.
     *
     * @param request frame the client sent
     */
    String failure(Failure failure, String request);

    /** Whether a frame answers a request, rather than telling of an event. */
    boolean isAnswer(String frame);

    /** Whether a frame tells of a fill. */
    boolean isFill(String frame);

    /** Shifts the time the venue states and checks, milliseconds; 0 ends that. */
    void skewClock(long skewMs);

    /** Refuses every request for a time. */
    void ban(long durationMs);

    /** Ends every user stream though its connection lives on. */
    void endUserStreams();

    /** Tells the clients that their connections are about to be cut, where the venue does so. */
    void announceShutdown();
}
