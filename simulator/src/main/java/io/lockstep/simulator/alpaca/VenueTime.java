package io.lockstep.simulator.alpaca;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The venue's time: starts where it is told to and passes with that of a clock, faster if so set. What happens has its own time, so
 * within {@link AlpacaVenue#advance} it stands still at what is happening. Never goes back.
 */
final class VenueTime {
    private final InstantSource clock;
    private final long speed;
    private final long clockStartNs;
    private final long startNs;
    private long nowNs;

    VenueTime(InstantSource clock, long startNs, int speed) {
        this.clock = clock;
        this.speed = speed;
        this.clockStartNs = clockNs();
        this.startNs = startNs;
        this.nowNs = startNs;
    }

    /** Where the venue stands. */
    long nowNs() {
        return nowNs;
    }

    /** Where the venue should stand by the clock. */
    long dueNs() {
        return startNs + Math.multiplyExact(clockNs() - clockStartNs, speed);
    }

    /** Moves on to a time; an earlier one is ignored. */
    void moveTo(long timeNs) {
        nowNs = Math.max(nowNs, timeNs);
    }

    /** The clock itself, UTC, nanoseconds. */
    long clockNs() {
        return nanoseconds(clock.instant());
    }

    static long nanoseconds(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }
}
