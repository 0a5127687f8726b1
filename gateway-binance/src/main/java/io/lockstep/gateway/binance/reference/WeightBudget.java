package io.lockstep.gateway.binance.reference;

import io.lockstep.transport.http.HttpAnswer;
import io.lockstep.transport.ratelimit.Priority;
import io.lockstep.transport.ratelimit.RateCost;
import io.lockstep.transport.ratelimit.RateLimiter;
import io.lockstep.transport.ratelimit.RateWindow;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Request weight that market and reference data may use per minute of the venue's clock: a share of their own, within the limit that
 * the venue puts on the whole address. Any thread.
 *
 * <p>Binance Spot API, "Limits", read 2026-11: each answer tells the weight used in this minute; 429 and 418 say when to come back.
 */
public final class WeightBudget {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final int VENUE = 1;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int BANNED = 418;
    private static final long DEFAULT_BAN_S = 60;

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
     * Takes an answer's word on the weight the address has used, and stays away for as long as it says.
     *
     * @param sentNs when its request left, UTC, nanoseconds
     * @param nowNs UTC, nanoseconds
     */
    public void learn(HttpAnswer answer, long sentNs, long nowNs) {
        long used = number(answer.header("X-MBX-USED-WEIGHT-1M"), 0);
        if (used > 0) {
            limiter.adopt(VENUE, used, sentNs, nowNs);
        }
        if (answer.status() == TOO_MANY_REQUESTS || answer.status() == BANNED) {
            long seconds = number(answer.header("Retry-After"), DEFAULT_BAN_S);
            limiter.banUntil(nowNs + TimeUnit.SECONDS.toNanos(seconds));
        }
    }

    /** Requests not granted so far. */
    public long refusals() {
        return limiter.refusals();
    }

    private static long number(@Nullable String text, long otherwise) {
        return text == null || !text.matches("[0-9]{1,9}") ? otherwise : Long.parseLong(text);
    }
}
