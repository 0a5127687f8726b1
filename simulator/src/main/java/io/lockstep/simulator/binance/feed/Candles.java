package io.lockstep.simulator.binance.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The candles of one symbol in all intervals, the last thousand and a half of each; quiet intervals repeat the last price. */
public final class Candles {
    private static final int KEPT = 1_500;
    private static final int HISTORY = 500;
    private static final Map<String, Long> INTERVALS = new LinkedHashMap<>();

    static {
        String[] names = {"1s", "1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h", "1d", "3d", "1w"};
        long[] seconds = {
            1, 60, 180, 300, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 28_800, 43_200, 86_400, 259_200, 604_800
        };
        for (int i = 0; i < names.length; i++) {
            INTERVALS.put(names[i], seconds[i] * 1_000);
        }
    }

    private final Map<String, Deque<Candle>> candles = new LinkedHashMap<>();

    /** Quiet candles at a price before a time, so that a chart has a past. */
    Candles(long price, long nowMs) {
        INTERVALS.forEach((name, lengthMs) -> {
            Deque<Candle> past = new ArrayDeque<>();
            long current = nowMs / lengthMs * lengthMs;
            for (int i = HISTORY; i >= 0; i--) {
                past.addLast(new Candle(current - i * lengthMs, lengthMs, price));
            }
            candles.put(name, past);
        });
    }

    /** Names of the intervals. */
    static Iterable<String> intervals() {
        return INTERVALS.keySet();
    }

    /** Whether an interval is known. */
    public static boolean isInterval(String name) {
        return INTERVALS.containsKey(name);
    }

    void trade(boolean bought, long price, long quantity, long tradeId, long timeMs) {
        for (String interval : INTERVALS.keySet()) {
            current(interval, timeMs).trade(bought, price, quantity, tradeId);
        }
    }

    /** The candle a time falls into. */
    Candle current(String interval, long timeMs) {
        Deque<Candle> all = all(interval);
        Candle last = all.getLast();
        while (last.closeTimeMs < timeMs) {
            last = new Candle(last.closeTimeMs + 1, lengthMs(interval), last.close);
            all.addLast(last);
            if (all.size() > KEPT) {
                all.removeFirst();
            }
        }
        return last;
    }

    /** The newest candle of an interval. */
    Candle latest(String interval) {
        return all(interval).getLast();
    }

    /** The last candles of an interval that open within a range of times, oldest first. */
    public List<Candle> last(String interval, int limit, long fromMs, long toMs, long nowMs) {
        current(interval, nowMs);
        List<Candle> chosen = new ArrayList<>();
        for (Candle each : all(interval)) {
            if (each.openTimeMs >= fromMs && each.openTimeMs <= toMs) {
                chosen.add(each);
            }
        }
        int surplus = Math.max(0, chosen.size() - limit);
        return fromMs > 0 ? chosen.subList(0, chosen.size() - surplus) : chosen.subList(surplus, chosen.size());
    }

    private Deque<Candle> all(String interval) {
        Deque<Candle> all = candles.get(interval);
        if (all == null) {
            throw new IllegalArgumentException("no such interval: interval=" + interval);
        }
        return all;
    }

    private static long lengthMs(String interval) {
        Long length = INTERVALS.get(interval);
        return length == null ? 0 : length;
    }
}
