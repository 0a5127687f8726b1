package io.lockstep.launcher.wire;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.EpochNanoClock;

/** The time of a venue and of its engine alike: passes with the machine's monotonic clock, and leaps ahead when told to. Any thread. */
final class LeapTime implements InstantSource, EpochNanoClock {
    private static final long NS_PER_S = 1_000_000_000L;

    private final long begunAt = System.nanoTime();
    private final AtomicLong startNs;

    LeapTime(long startNs) {
        this.startNs = new AtomicLong(startNs);
    }

    /** Makes it a later time; an earlier one is left as it is. */
    void leapTo(long timeNs) {
        startNs.getAndUpdate(start -> Math.max(start, timeNs - (System.nanoTime() - begunAt)));
    }

    @Override
    public long nanoTime() {
        return startNs.get() + System.nanoTime() - begunAt;
    }

    @Override
    public Instant instant() {
        long now = nanoTime();
        return Instant.ofEpochSecond(now / NS_PER_S, now % NS_PER_S);
    }
}
