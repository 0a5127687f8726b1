package io.lockstep.simulator.scenario;

/** What can go wrong at a venue. */
public enum FaultKind {
    /** A frame to the client is left out. */
    GAP(Scope.FRAME),
    /** A frame is sent twice. */
    DUPLICATE(Scope.FRAME),
    /** A frame is sent after the one behind it. */
    REORDER(Scope.FRAME),
    /** A frame is replaced by text that is no JSON. */
    GARBAGE(Scope.FRAME),
    /** A frame, and every one behind it, is held for the delay; so is the answer of a REST request. */
    SLOW(Scope.FRAME),
    /** A frame that tells of a fill is held for the delay while others pass it. */
    LATE_FILL(Scope.FRAME),
    /** The connection is cut, without a word, instead of sending a frame. */
    DROP(Scope.FRAME),
    /** A request is refused with a 5xx that means it was not executed; it was not. */
    ERROR(Scope.REQUEST),
    /** A request is answered with a 5xx that leaves open whether it was executed. */
    UNKNOWN_ERROR(Scope.REQUEST),
    /** A request is executed, its answer never comes. */
    LOST_ANSWER(Scope.REQUEST),
    /** A REST request is answered as the first such one was: an old snapshot. */
    STALE_ANSWER(Scope.REQUEST),
    /** A WebSocket lives, answers pings, and says nothing else. */
    MUTE(Scope.STATE),
    /** Nothing is read from or written to a connection, which stays open. */
    HALF_OPEN(Scope.STATE),
    /** Bytes leave a few at a time. */
    TRICKLE(Scope.STATE),
    /** Every request is refused as from a banned address. */
    BAN(Scope.VENUE),
    /** The venue's time is wrong. */
    CLOCK_SKEW(Scope.VENUE),
    /** WebSockets are cut as after a day, announced where the venue does so. */
    DAY_CUT(Scope.VENUE),
    /** All connections are cut and nobody listens for a time. */
    RESTART(Scope.VENUE),
    /** User streams end though their connections live on. */
    STREAM_END(Scope.VENUE);

    private final Scope scope;

    FaultKind(Scope scope) {
        this.scope = scope;
    }

    /** What a kind of fault happens to. */
    enum Scope {
        /** Single frames to the client. */
        FRAME,
        /** Single requests. */
        REQUEST,
        /** Connections, for a time. */
        STATE,
        /** The whole venue, at a time. */
        VENUE
    }

    Scope scope() {
        return scope;
    }
}
