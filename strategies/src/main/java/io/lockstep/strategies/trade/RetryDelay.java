package io.lockstep.strategies.trade;

/** Pauses between attempts that failed: one second, doubling to a minute. Time is event time. */
public final class RetryDelay {
    private static final long FIRST_NS = 1_000_000_000L;
    private static final long LONGEST_NS = 60_000_000_000L;

    private long delayNs;
    private long notBeforeNs = Long.MIN_VALUE;

    /** Without a failure so far. */
    public RetryDelay() {}

    /**
     * An attempt failed.
     *
     * @return when the next may be made, UTC, nanoseconds
     */
    public long onFailure(long nowNs) {
        delayNs = Math.min(LONGEST_NS, Math.max(FIRST_NS, 2 * delayNs));
        notBeforeNs = nowNs + delayNs;
        return notBeforeNs;
    }

    /** An attempt succeeded. */
    public void reset() {
        delayNs = 0;
        notBeforeNs = Long.MIN_VALUE;
    }

    /** Whether the next attempt may be made. */
    public boolean isOver(long nowNs) {
        return nowNs >= notBeforeNs;
    }
}
