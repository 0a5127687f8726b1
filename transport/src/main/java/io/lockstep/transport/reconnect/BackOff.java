package io.lockstep.transport.reconnect;

import java.util.random.RandomGenerator;

/**
 * Time to wait before the next attempt: doubles with each failure up to a limit, and of that a random half to whole, so that many
 * clients thrown off together do not come back together. One thread.
 */
public final class BackOff {
    private static final int MAX_DOUBLINGS = 40;

    private final long firstNs;
    private final long limitNs;
    private final RandomGenerator random;
    private int failures;

    /**
     * Makes one with no failures yet.
     *
     * @param firstNs longest wait after the first failure, nanoseconds, positive
     * @param limitNs longest wait of all, at least {@code firstNs}
     * @param random seeded by the caller
     */
    public BackOff(long firstNs, long limitNs, RandomGenerator random) {
        if (firstNs <= 0 || limitNs < firstNs) {
            throw new IllegalArgumentException(
                    "waits must be positive and ascending: firstNs=" + firstNs + ", limitNs=" + limitNs);
        }
        this.firstNs = firstNs;
        this.limitNs = limitNs;
        this.random = random;
    }

    /** Counts a failure; returns the wait before the next attempt, nanoseconds. */
    public long nextDelayNs() {
        int doublings = Math.min(failures++, MAX_DOUBLINGS);
        long longestNs = firstNs > limitNs >> doublings ? limitNs : firstNs << doublings;
        return longestNs - random.nextLong(longestNs / 2 + 1);
    }

    /** Failures since the last {@link #reset}. */
    public int failures() {
        return failures;
    }

    /** Forgets the failures: a connection proved to last. */
    public void reset() {
        failures = 0;
    }
}
