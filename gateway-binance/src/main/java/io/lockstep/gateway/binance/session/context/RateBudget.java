package io.lockstep.gateway.binance.session.context;

import io.lockstep.gateway.binance.execution.RateCounts;
import io.lockstep.gateway.binance.orderentry.LimitType;
import io.lockstep.gateway.binance.orderentry.request.Endpoint;
import io.lockstep.gateway.binance.reference.ExchangeInfo.RateLimit;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.transport.http.HttpAnswer;
import io.lockstep.transport.ratelimit.Priority;
import io.lockstep.transport.ratelimit.RateCost;
import io.lockstep.transport.ratelimit.RateLimiter;
import io.lockstep.transport.ratelimit.RateWindow;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the venue's limits leave for requests, by its own counts where it tells them: headers of REST answers and {@code rateLimits} of the
 * WebSocket API. Its windows begin at whole multiples of their length. Times are the venue's, UTC, nanoseconds. Any thread.
 */
public final class RateBudget {
    private static final long MINUTE_NS = TimeUnit.MINUTES.toNanos(1);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int BANNED = 418;
    private static final String TOO_MANY_ORDERS = "-1015";

    private final RateLimiter limiter;
    private final LimitType[] types;
    private final int[] windowSeconds;
    private final String[] headers;
    private final RateCost[] costs;

    /**
     * A full budget.
     *
     * @param limits as the venue states them
     * @param reservePercent part of each that only cancels may use
     */
    public RateBudget(List<RateLimit> limits, int reservePercent) {
        List<RateLimit> known = limits.stream()
                .filter(limit -> LimitType.ofName(limit.type()) != LimitType.OTHER && limit.limit() > 0)
                .toList();
        limiter = new RateLimiter(
                known.stream().map(limit -> window(limit, reservePercent)).toList());
        types = known.stream().map(limit -> LimitType.ofName(limit.type())).toArray(LimitType[]::new);
        windowSeconds =
                known.stream().mapToInt(limit -> (int) limit.windowSeconds()).toArray();
        headers = known.stream().map(RateBudget::header).toArray(String[]::new);
        costs = new RateCost[Endpoint.values().length];
        for (Endpoint endpoint : Endpoint.values()) {
            costs[endpoint.ordinal()] = cost(endpoint);
        }
    }

    /** The limits as documented in 2026, for use before the venue has stated its own. */
    public static List<RateLimit> documented(Product product) {
        return product == Product.SPOT
                ? List.of(
                        new RateLimit(LimitType.REQUEST_WEIGHT.name(), 60, 6_000),
                        new RateLimit(LimitType.ORDERS.name(), 10, 50),
                        new RateLimit(LimitType.ORDERS.name(), 86_400, 160_000),
                        new RateLimit(LimitType.RAW_REQUESTS.name(), 300, 300_000))
                : List.of(
                        new RateLimit(LimitType.REQUEST_WEIGHT.name(), 60, 2_400),
                        new RateLimit(LimitType.ORDERS.name(), 10, 300),
                        new RateLimit(LimitType.ORDERS.name(), 60, 1_200));
    }

    /**
     * Takes what a request costs, or nothing.
     *
     * @return 0, or the time to wait before asking again, nanoseconds
     */
    public long tryAcquire(Endpoint endpoint, Priority priority, long venueNs) {
        return limiter.tryAcquire(costs[endpoint.ordinal()], priority, venueNs);
    }

    /** Whether every request is forbidden. */
    public boolean isBanned(long venueNs) {
        return limiter.bannedUntilNs() > venueNs;
    }

    /**
     * Forbids every request until a time, which may be over when we hear of it.
     *
     * @param untilNs by the venue's clock, nanoseconds; 0 where the venue did not tell, which means a minute from now
     */
    public void banUntil(long untilNs, long venueNs) {
        limiter.banUntil(untilNs == 0 ? venueNs + MINUTE_NS : untilNs);
    }

    /** Requests refused so far. */
    public long refusals() {
        return limiter.refusals();
    }

    /**
     * Learns from the headers of an answer.
     *
     * @param sentNs when its request was sent
     * @return whether the venue told us to stop
     */
    public boolean learn(HttpAnswer answer, long sentNs, long venueNs) {
        for (int i = 0; i < types.length; i++) {
            String used = headers[i].isEmpty() ? null : answer.header(headers[i]);
            if (used != null && used.matches("[0-9]{1,9}")) {
                limiter.adopt(i, Long.parseLong(used), sentNs, venueNs);
            }
        }
        boolean tooManyOrders =
                answer.status() == TOO_MANY_REQUESTS && answer.bodyText().contains(TOO_MANY_ORDERS);
        boolean stop = answer.status() == BANNED || answer.status() == TOO_MANY_REQUESTS && !tooManyOrders;
        if (stop) {
            banUntil(endOfStop(answer, venueNs), venueNs);
        }
        return stop;
    }

    /** Learns from the counts in an answer of the WebSocket API to a request sent at {@code sentNs}. */
    public void learn(RateCounts counts, long sentNs, long venueNs) {
        for (int i = 0; i < counts.size(); i++) {
            for (int window = 0; window < types.length; window++) {
                if (types[window] == counts.type(i) && windowSeconds[window] == counts.windowSeconds(i)) {
                    limiter.adopt(window, counts.count(i), sentNs, venueNs);
                }
            }
        }
    }

    private static long endOfStop(HttpAnswer answer, long venueNs) {
        String seconds = answer.header("Retry-After");
        boolean told = seconds != null && seconds.matches("[0-9]{1,9}");
        return told ? venueNs + TimeUnit.SECONDS.toNanos(Long.parseLong(seconds)) : 0;
    }

    private static RateWindow window(RateLimit limit, int reservePercent) {
        return new RateWindow(
                limit.type(),
                TimeUnit.SECONDS.toNanos(limit.windowSeconds()),
                limit.limit(),
                limit.limit() * reservePercent / 100,
                true);
    }

    /** Binance Spot API, "LIMITS", and USDⓈ-M Futures, "General Info", read 2026-11. */
    private static String header(RateLimit limit) {
        String window = intervalOf(limit.windowSeconds());
        return switch (LimitType.ofName(limit.type())) {
            case REQUEST_WEIGHT -> "X-MBX-USED-WEIGHT-" + window;
            case ORDERS -> "X-MBX-ORDER-COUNT-" + window;
            case RAW_REQUESTS, OTHER -> "";
        };
    }

    private static String intervalOf(long seconds) {
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "D";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "H";
        }
        return seconds % 60 == 0 ? seconds / 60 + "M" : seconds + "S";
    }

    private RateCost cost(Endpoint endpoint) {
        int[] weights = new int[types.length];
        for (int i = 0; i < types.length; i++) {
            weights[i] = types[i].costOf(endpoint);
        }
        return RateCost.of(weights);
    }
}
