package io.lockstep.simulator.venue;

import java.time.Instant;
import java.time.InstantSource;

/**
 * A venue's time. Its inner life runs on a time that never goes back; what it states and checks can be shifted, as a fault. One thread.
 */
public final class VenueClock {
    private static final long NS_PER_MS = 1_000_000L;

    private final InstantSource source;
    private long lastNs;
    private long skewMs;

    /** A clock on a source of time. */
    public VenueClock(InstantSource source) {
        this.source = source;
    }

    /** Time that orders, funding and countdowns run on, UTC, nanoseconds; never goes back. */
    public long nowNs() {
        Instant now = source.instant();
        lastNs = Math.max(lastNs, now.getEpochSecond() * 1_000_000_000L + now.getNano());
        return lastNs;
    }

    /** The same in milliseconds. */
    public long nowMs() {
        return nowNs() / NS_PER_MS;
    }

    /** Time the venue states and holds requests against, UTC, milliseconds: shifted by the skew. */
    public long statedMs() {
        return nowMs() + skewMs;
    }

    /** Shifts the stated time; 0 ends that. */
    public void skew(long newSkewMs) {
        skewMs = newSkewMs;
    }
}
