package io.lockstep.launcher.swarm.fault;

import static io.lockstep.launcher.swarm.fault.Feature.Unit.PER_EVENT;
import static io.lockstep.launcher.swarm.fault.Feature.Unit.PER_FRAME;
import static io.lockstep.launcher.swarm.fault.Feature.Unit.PER_MINUTE;
import static io.lockstep.launcher.swarm.fault.Feature.Unit.PER_REQUEST;

/** What can go wrong in a world, or be done to it by hand; each with its highest rate, in parts of a million. */
public enum Feature {
    /** A request never reaches the venue. */
    REQUEST_LOSS(PER_REQUEST, 200_000),
    /** The venue's answer never comes back. */
    REPLY_LOSS(PER_REQUEST, 300_000),
    /** The venue works on a request for up to ten seconds, the documented time-out of its back end. */
    SLOW_VENUE(PER_REQUEST, 100_000),
    /** The venue answers 5xx and nobody knows whether it did what was asked; half of the time it did. */
    SERVER_ERROR(PER_REQUEST, 100_000),
    /** The venue answers 503 and did nothing for certain. */
    OVERLOAD(PER_REQUEST, 100_000),
    /** The venue refuses an order. */
    REJECT(PER_REQUEST, 100_000),
    /** A change of an order ends it and is not made. */
    HALF_REPLACE(PER_REQUEST, 200_000),
    /** A request or an answer is under way for up to six seconds. */
    STALL(PER_REQUEST, 20_000),
    /** A frame of the private stream is lost while the connection lives. */
    FRAME_LOSS(PER_FRAME, 20_000),
    /** A frame comes twice. */
    DUPLICATE(PER_FRAME, 500_000),
    /** A frame is overtaken by others for up to five seconds. */
    REORDER(PER_FRAME, 200_000),
    /** The private stream breaks for up to twenty seconds; half of that time nobody notices. */
    STREAM_CUT(PER_MINUTE, 500_000),
    /** What was accepted shows in queries and lists only up to nine seconds later. */
    LATE_SIGHT(PER_REQUEST, 300_000),
    /** A list fails. */
    LIST_FAILURE(PER_REQUEST, 100_000),
    /** A list lacks an entry that its end counts. */
    PARTIAL_LIST(PER_REQUEST, 50_000),
    /** Market data of an instrument is silent for up to thirty seconds. */
    SILENT_MARKET(PER_MINUTE, 300_000),
    /** The process stands still for up to thirty seconds. */
    PAUSE(PER_EVENT, 300),
    /** The process dies at one of its next steps: before or after an append, a sync, a send. */
    CRASH(PER_EVENT, 1_000),
    /** What was not synced when the process died is lost too. */
    POWER_LOSS(PER_REQUEST, 1_000_000),
    /** A sync fails; the process must not go on. */
    SYNC_FAILURE(PER_REQUEST, 5_000),
    /** Copies of the kill latch are lost while the process is down. */
    LATCH_LOSS(PER_REQUEST, 1_000_000),
    /** The host's clock steps by up to two seconds. */
    CLOCK_STEP(PER_MINUTE, 200_000),
    /** The disk runs short for a while. */
    DISK_SHORT(PER_MINUTE, 150_000),
    /** Alerts do not reach anybody for a while. */
    ALERT_SINK_DOWN(PER_MINUTE, 100_000),
    /** An operator pauses, resumes, reduces, enables, disables, cancels. */
    OPERATOR(PER_MINUTE, 600_000),
    /** An operator kills, and may reset later. */
    KILL(PER_MINUTE, 150_000),
    /** An operator restarts the process. */
    RESTART(PER_MINUTE, 200_000),
    /** A person places an order at the venue by hand. */
    MANUAL_ORDER(PER_MINUTE, 200_000),
    /** A person trades at the venue by hand. */
    MANUAL_TRADE(PER_MINUTE, 200_000),
    /** The venue fills more than was ordered. */
    OVERFILL(PER_REQUEST, 20_000),
    /** The strategy tries to break every limit. */
    HOSTILE(PER_EVENT, 1_000_000),
    /** Automatic triggers are as tight as in live mode. */
    TIGHT_TRIGGERS(PER_EVENT, 1_000_000),
    /** The venue trades spot, where what is held is a balance; else linear perpetuals. */
    SPOT(PER_EVENT, 1_000_000),
    /** The journal is synced before anything is sent. */
    POWER_SAFE(PER_EVENT, 1_000_000),
    /** The strategy sends whole volleys of orders, and limits let it: only where it is asked for, in no seed's own plan. */
    STORM(PER_EVENT, 0);

    private final Unit unit;
    private final int highest;

    Feature(Unit unit, int highest) {
        this.unit = unit;
        this.highest = highest;
    }

    /** What the rate counts. */
    public Unit unit() {
        return unit;
    }

    /** Whether it is a property of the whole world, not something that happens now and then. */
    public boolean isProperty() {
        return switch (this) {
            case HOSTILE, TIGHT_TRIGGERS, SPOT, POWER_SAFE, STORM -> true;
            default -> false;
        };
    }

    /** Whether the plan of a seed may have it. */
    boolean isDrawn() {
        return highest > 0;
    }

    int highest() {
        return highest;
    }

    /** What a rate counts. */
    public enum Unit {
        /** Requests, answers, lists, syncs: each once. */
        PER_REQUEST,
        /** Frames of a stream. */
        PER_FRAME,
        /** Events handed to the engine. */
        PER_EVENT,
        /** Minutes of virtual time. */
        PER_MINUTE
    }
}
