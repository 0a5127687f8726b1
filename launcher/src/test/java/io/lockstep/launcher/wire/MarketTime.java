package io.lockstep.launcher.wire;

import java.time.Instant;
import java.time.InstantSource;
import org.agrona.concurrent.EpochNanoClock;

/** The time of a test's venues and of its engine, at the pace of the machine's monotonic clock. */
final class MarketTime implements InstantSource, EpochNanoClock {
    private static final long NS_PER_S = 1_000_000_000L;

    private final long begunAt = System.nanoTime();
    private final long startNs;

    private MarketTime(Instant start) {
        startNs = start.getEpochSecond() * NS_PER_S;
    }

    /** Time that passes from a moment on. */
    static MarketTime from(String start) {
        return new MarketTime(Instant.parse(start));
    }

    /** Time from half an hour after the opening of a Tuesday on which New York trades. */
    static MarketTime open() {
        return from("2026-03-10T14:00:00Z");
    }

    @Override
    public long nanoTime() {
        return startNs + System.nanoTime() - begunAt;
    }

    @Override
    public Instant instant() {
        long now = nanoTime();
        return Instant.ofEpochSecond(now / NS_PER_S, now % NS_PER_S);
    }
}
