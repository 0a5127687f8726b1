package io.lockstep.gateway.binance.session.context;

import io.lockstep.gateway.binance.reference.ServerClock;
import org.agrona.concurrent.EpochNanoClock;

/** Our clock and how far the venue's is from it. Any thread. */
public final class VenueClock {
    private static final long NS_PER_MS = 1_000_000;

    private final EpochNanoClock clock;
    private final ServerClock server = new ServerClock();
    private volatile long offsetNs;
    private volatile boolean tradable;

    /** A clock that knows nothing of the venue's yet. */
    public VenueClock(EpochNanoClock clock) {
        this.clock = clock;
    }

    /**
     * Learns from one request for the venue's time.
     *
     * @param sentNs our time before, UTC, nanoseconds
     * @param receivedNs our time after, UTC, nanoseconds
     * @param serverTimeMs the venue's time, milliseconds
     */
    public synchronized void addSample(long sentNs, long receivedNs, long serverTimeMs) {
        server.addSample(sentNs, receivedNs, serverTimeMs);
        offsetNs = server.offsetNs();
        tradable = server.isTradable();
    }

    /** Our time, UTC, nanoseconds. */
    public long nowNs() {
        return clock.nanoTime();
    }

    /** The venue's time as far as it is known, UTC, nanoseconds. */
    public long venueNs() {
        return clock.nanoTime() + offsetNs;
    }

    /** What to put into a request as its timestamp, milliseconds. */
    public long timestampMs() {
        return venueNs() / NS_PER_MS;
    }

    /** The venue's time less ours, nanoseconds; 0 while it is not known. */
    public long offsetNs() {
        return offsetNs;
    }

    /** Whether the difference is known and small enough for new orders. */
    public boolean isTradable() {
        return tradable;
    }
}
