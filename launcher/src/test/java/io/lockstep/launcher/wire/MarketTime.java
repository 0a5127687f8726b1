package io.lockstep.launcher.wire;

import java.time.Instant;
import java.time.InstantSource;
import org.agrona.concurrent.EpochNanoClock;

/**
 * The time of a test's venues and of its engine: a Tuesday on which New York trades, from half an hour after the opening, at the pace of the
 * machine's monotonic clock.
 */
final class MarketTime implements InstantSource, EpochNanoClock {
    private static final long NS_PER_S = 1_000_000_000L;
    private static final long OPENED_NS = Instant.parse("2026-03-10T14:00:00Z").getEpochSecond() * NS_PER_S;

    private final long begunAt = System.nanoTime();

    @Override
    public long nanoTime() {
        return OPENED_NS + System.nanoTime() - begunAt;
    }

    @Override
    public Instant instant() {
        long now = nanoTime();
        return Instant.ofEpochSecond(now / NS_PER_S, now % NS_PER_S);
    }
}
