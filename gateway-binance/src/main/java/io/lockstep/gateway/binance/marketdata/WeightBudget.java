package io.lockstep.gateway.binance.marketdata;

import io.lockstep.transport.ratelimit.Priority;
import io.lockstep.transport.ratelimit.RateCost;
import io.lockstep.transport.ratelimit.RateLimiter;
import io.lockstep.transport.ratelimit.RateWindow;
import java.util.List;

/**
 * Request weight that market and reference data may use per minute of the venue's clock: a share of their own, within the limit that
 * the venue puts on the whole address. Any thread.
 */
public final class WeightBudget {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final int VENUE = 1;

    private final RateLimiter limiter;

    /**
     * Makes an unused budget.
     *
     * @param share weight per minute for those who ask here
     * @param venueLimit weight per minute that the venue allows the address, at least the share
     */
    public WeightBudget(int share, int venueLimit) {
        limiter = new RateLimiter(List.of(
                new RateWindow("share", MINUTE_NS, share, 0, true),
                new RateWindow("REQUEST_WEIGHT", MINUTE_NS, venueLimit, 0, true)));
    }

    /**
     * Takes weight for one request, or none.
     *
     * @param nowNs UTC, nanoseconds
     */
    public boolean tryTake(int weight, long nowNs) {
        return limiter.tryAcquire(RateCost.of(weight, weight), Priority.ORDINARY, nowNs) == RateLimiter.GRANTED;
    }

    /**
     * Learns the venue's own count for the address, from an answer's header.
     *
     * @param sentNs when the request left, UTC, nanoseconds
     */
    public void adopt(long used, long sentNs, long nowNs) {
        limiter.adopt(VENUE, used, sentNs, nowNs);
    }

    /** Grants nothing until {@code untilNs}: the venue said so. */
    public void banUntil(long untilNs) {
        limiter.banUntil(untilNs);
    }

    /** Requests not granted so far. */
    public long refusals() {
        return limiter.refusals();
    }
}
