package io.lockstep.transport.ratelimit;

/**
 * Weight used within one window. An aligned window is a single bucket; a rolling one is cut into twenty and one more, so that what was
 * used leaves a little late rather than early. Time that steps back counts as standing still.
 */
final class WindowUsage {
    private static final int ROLLING_BUCKETS = 20;

    private final RateWindow window;
    private final long bucketNs;
    private final long[] buckets;
    private long head;
    private long used;

    WindowUsage(RateWindow window) {
        this.window = window;
        this.bucketNs = window.aligned() ? window.lengthNs() : Math.max(1, window.lengthNs() / ROLLING_BUCKETS);
        this.buckets = new long[window.aligned() ? 1 : ROLLING_BUCKETS + 1];
    }

    /** Forgets what has left the window. */
    void advance(long nowNs) {
        long now = Math.max(head, Math.floorDiv(nowNs, bucketNs));
        long expired = Math.min(now - head, buckets.length);
        for (long bucket = head + 1; bucket <= head + expired; bucket++) {
            used -= buckets[slot(bucket)];
            buckets[slot(bucket)] = 0;
        }
        head = now;
    }

    /** Time until {@code weight} fits, nanoseconds; 0 if it does now, {@link RateLimiter#NEVER} if it never will. */
    long waitNs(long weight, Priority priority, long nowNs) {
        long allowed = priority == Priority.CANCEL ? window.limit() : window.limit() - window.reserve();
        long excess = used + weight - allowed;
        if (weight == 0 || excess <= 0) {
            return 0;
        }
        if (weight > allowed) {
            return RateLimiter.NEVER;
        }
        long bucket = head - buckets.length;
        while (excess > 0) {
            bucket++;
            excess -= buckets[slot(bucket)];
        }
        return Math.max(1, (bucket + buckets.length) * bucketNs - nowNs);
    }

    void add(long weight) {
        buckets[slot(head)] += weight;
        used += weight;
    }

    /** Takes back weight used at {@code grantedNs}, as far as it is still counted. */
    void refund(long weight, long grantedNs) {
        long bucket = Math.floorDiv(grantedNs, bucketNs);
        if (bucket > head - buckets.length && bucket <= head) {
            long back = Math.min(weight, buckets[slot(bucket)]);
            buckets[slot(bucket)] -= back;
            used -= back;
        }
    }

    /** Raises the count to the venue's, if that was measured in this window; false if it was not. */
    boolean adopt(long venueUsed, long measuredNs) {
        if (Math.floorDiv(measuredNs, bucketNs) <= head - buckets.length) {
            return false;
        }
        add(Math.max(0, venueUsed - used));
        return true;
    }

    long used() {
        return used;
    }

    private int slot(long bucket) {
        return (int) Math.floorMod(bucket, (long) buckets.length);
    }
}
