package io.lockstep.gateway.binance.marketdata.session;

import io.lockstep.gateway.binance.marketdata.message.DecodeOutcome;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/** A line's counts as other threads see them: set by the network thread at each tick, so up to 20 ms old. */
final class LineTally {
    private static final MarketDataCounter[] COUNTERS = MarketDataCounter.values();
    private static final DecodeOutcome[] OUTCOMES = DecodeOutcome.values();

    private final AtomicLongArray counts = new AtomicLongArray(COUNTERS.length);
    private final AtomicLongArray outcomes = new AtomicLongArray(OUTCOMES.length);

    /** Sets a count; network thread. */
    void set(MarketDataCounter counter, long count) {
        counts.setRelease(counter.ordinal(), count);
    }

    /** Sets how many frames had an outcome; network thread. */
    void set(DecodeOutcome outcome, long count) {
        outcomes.setRelease(outcome.ordinal(), count);
    }

    /** Adds every count to the sums under its name. */
    void addTo(Map<String, Long> sums, String prefix) {
        for (MarketDataCounter counter : COUNTERS) {
            add(sums, prefix + counter, counts.getAcquire(counter.ordinal()));
        }
        for (DecodeOutcome outcome : OUTCOMES) {
            add(sums, prefix + "frames_" + outcome, outcomes.getAcquire(outcome.ordinal()));
        }
    }

    private static void add(Map<String, Long> sums, String name, long count) {
        sums.merge(name.toLowerCase(Locale.ROOT), count, Long::sum);
    }
}
