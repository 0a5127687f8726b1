package io.lockstep.simulator.binance.api;

import io.lockstep.simulator.json.JsonWriter;
import java.util.List;

/**
 * Request weight and order counts on windows aligned to the wall clock. Over the weight: 429, and for who goes on, 418 for two minutes.
 * One address talks to the simulator, so the weight has one counter; orders have one per account.
 */
public final class RateLimits {
    private static final long BAN_MS = 120_000;
    private static final int EXCESS_UNTIL_BAN = 10;

    private final Window weight;
    private final List<Window> orders;
    private long bannedUntilMs;
    private int excess;

    /**
     * Limits of a product.
     *
     * @param weightPerMinute request weight a minute
     * @param orders windows that count orders
     */
    public RateLimits(int weightPerMinute, List<Window> orders) {
        this.weight = new Window("REQUEST_WEIGHT", "MINUTE", 1, 60_000, weightPerMinute);
        this.orders = orders;
    }

    /**
     * Counts a request.
     *
     * @throws ApiError 429 or 418 with -1003 if that is too much
     */
    public void spend(int requestWeight, long nowMs) {
        if (nowMs < bannedUntilMs) {
            throw banned(nowMs);
        }
        weight.add(requestWeight, nowMs);
        if (weight.count(nowMs) <= weight.limit()) {
            excess = 0;
            return;
        }
        if (++excess > EXCESS_UNTIL_BAN) {
            bannedUntilMs = nowMs + BAN_MS;
            throw banned(nowMs);
        }
        throw tooMuch(
                429,
                "Too many requests; current limit is " + weight.limit() + " request weight per 1 MINUTE.",
                nowMs,
                weight.endMs(nowMs));
    }

    /**
     * Counts an order.
     *
     * @throws ApiError 429 with -1015 if that is one too many
     */
    public void spendOrder(long nowMs) {
        for (Window each : orders) {
            if (each.count(nowMs) >= each.limit()) {
                throw tooMuch(-1015, "Too many new orders; current limit is " + each.limit() + " orders.", nowMs, each);
            }
        }
        orders.forEach(each -> each.add(1, nowMs));
    }

    /** Takes weight back, as for orders that succeed. */
    public void refund(int requestWeight, long nowMs) {
        weight.add(-requestWeight, nowMs);
    }

    /** Weight used in this minute. */
    public long usedWeight(long nowMs) {
        return weight.count(nowMs);
    }

    /** The windows that count orders. */
    public List<Window> orderWindows() {
        return orders;
    }

    /** Bans the client, as after too many refusals. */
    public void ban(long untilMs) {
        bannedUntilMs = untilMs;
    }

    /** When a client that was refused may ask again, milliseconds; 0 if at once. */
    public long retryAfterMs(long nowMs) {
        return nowMs < bannedUntilMs ? bannedUntilMs : weight.endMs(nowMs);
    }

    /** The limits as exchange information lists them. */
    public void describe(JsonWriter json) {
        json.array();
        weight.describe(json);
        orders.forEach(each -> each.describe(json));
        json.end();
    }

    /** The counters as WebSocket API answers carry them. */
    public void report(JsonWriter json, boolean ordersToo, long nowMs) {
        json.array();
        if (ordersToo) {
            orders.forEach(each -> each.report(json, nowMs));
        }
        weight.report(json, nowMs);
        json.end();
    }

    private ApiError banned(long nowMs) {
        String text = "Way too much request weight used; IP banned until " + bannedUntilMs
                + ". Please use WebSocket Streams for live updates to avoid bans.";
        return tooMuch(418, text, nowMs, bannedUntilMs);
    }

    private static ApiError tooMuch(int code, String text, long nowMs, Window window) {
        return new ApiError(429, code, text, retryData(nowMs, window.endMs(nowMs)));
    }

    private static ApiError tooMuch(int status, String text, long nowMs, long retryMs) {
        return new ApiError(status, -1003, text, retryData(nowMs, retryMs));
    }

    private static String retryData(long nowMs, long retryMs) {
        return new JsonWriter()
                .object()
                .field("serverTime", nowMs)
                .field("retryAfter", retryMs)
                .end()
                .toString();
    }

    /** A counter that starts over at fixed times of the clock. */
    public static final class Window {
        private final String type;
        private final String interval;
        private final int intervals;
        private final long lengthMs;
        private final int limit;
        private long start = -1;
        private long count;

        /** A window of so many milliseconds, described as Binance does. */
        public Window(String type, String interval, int intervals, long lengthMs, int limit) {
            this.type = type;
            this.interval = interval;
            this.intervals = intervals;
            this.lengthMs = lengthMs;
            this.limit = limit;
        }

        /** Most it allows. */
        public int limit() {
            return limit;
        }

        /** Length in Binance's short form, as {@code 10S}. */
        public String shortName() {
            return intervals + interval.substring(0, 1);
        }

        /** The count now. */
        public long count(long nowMs) {
            return start == nowMs / lengthMs ? count : 0;
        }

        long endMs(long nowMs) {
            return (nowMs / lengthMs + 1) * lengthMs;
        }

        void add(long more, long nowMs) {
            count = Math.max(0, count(nowMs) + more);
            start = nowMs / lengthMs;
        }

        void describe(JsonWriter json) {
            open(json).end();
        }

        /** Writes the window with its count. */
        public void report(JsonWriter json, long nowMs) {
            open(json).field("count", count(nowMs)).end();
        }

        private JsonWriter open(JsonWriter json) {
            return json.object()
                    .field("rateLimitType", type)
                    .field("interval", interval)
                    .field("intervalNum", intervals)
                    .field("limit", limit);
        }
    }
}
