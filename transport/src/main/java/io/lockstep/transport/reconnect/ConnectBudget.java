package io.lockstep.transport.reconnect;

/**
 * Connection attempts allowed within any stretch of time. Venues count them by address, so all connections to one venue share one
 * budget. From any thread.
 */
public final class ConnectBudget {
    private final long windowNs;
    private final long[] grantedNs;
    private int next;
    private long count;

    /**
     * Makes a full budget.
     *
     * @param attempts most attempts within a window, positive; stay below what the venue allows
     * @param windowNs length of the window, nanoseconds, positive
     */
    public ConnectBudget(int attempts, long windowNs) {
        if (attempts <= 0 || windowNs <= 0) {
            throw new IllegalArgumentException(
                    "budget must be positive: attempts=" + attempts + ", windowNs=" + windowNs);
        }
        this.windowNs = windowNs;
        this.grantedNs = new long[attempts];
    }

    /**
     * Takes one attempt.
     *
     * @param nowNs monotonic time
     * @return 0 when it may be made now, else the time to wait before asking again, nanoseconds
     */
    public synchronized long tryAcquire(long nowNs) {
        if (count >= grantedNs.length) {
            long waitNs = grantedNs[next] + windowNs - nowNs;
            if (waitNs > 0) {
                return waitNs;
            }
        }
        grantedNs[next] = nowNs;
        next = (next + 1) % grantedNs.length;
        count++;
        return 0;
    }
}
