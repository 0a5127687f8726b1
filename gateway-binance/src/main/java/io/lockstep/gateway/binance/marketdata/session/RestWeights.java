package io.lockstep.gateway.binance.marketdata.session;

import io.lockstep.gateway.binance.marketdata.WeightBudget;
import io.lockstep.transport.http.HttpAnswer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads what REST answers say about limits.
 *
 * <p>Binance Spot API, "Limits", read 2026-11: the weight used in this minute on every answer; 429 and 418 say when to come back.
 */
public final class RestWeights {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int BANNED = 418;
    private static final long DEFAULT_BAN_S = 60;

    private RestWeights() {}

    /**
     * Takes an answer's word on the address's weight.
     *
     * @param sentNs when its request left, UTC, nanoseconds
     * @param nowNs UTC, nanoseconds
     */
    public static void learn(WeightBudget weights, HttpAnswer answer, long sentNs, long nowNs) {
        long used = number(answer.header("X-MBX-USED-WEIGHT-1M"), 0);
        if (used > 0) {
            weights.adopt(used, sentNs, nowNs);
        }
        if (answer.status() == TOO_MANY_REQUESTS || answer.status() == BANNED) {
            long seconds = number(answer.header("Retry-After"), DEFAULT_BAN_S);
            weights.banUntil(nowNs + TimeUnit.SECONDS.toNanos(seconds));
        }
    }

    private static long number(@Nullable String text, long otherwise) {
        boolean whole = text != null && text.matches("[0-9]{1,9}");
        return whole && text != null ? Long.parseLong(text) : otherwise;
    }
}
