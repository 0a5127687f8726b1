package io.lockstep.gateway.binance.session.context;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts by {@link SessionCounter}. Any thread. */
public final class SessionCounters {
    private static final SessionCounter[] ALL = SessionCounter.values();

    private final AtomicLongArray values = new AtomicLongArray(ALL.length);

    /** Adds one. */
    public void increment(SessionCounter counter) {
        values.incrementAndGet(counter.ordinal());
    }

    /** The count so far. */
    public long get(SessionCounter counter) {
        return values.get(counter.ordinal());
    }

    /** Adds every count to a map, under its name in lower case behind a prefix. */
    public void addTo(Map<String, Long> map, String prefix) {
        for (SessionCounter counter : ALL) {
            map.put(prefix + counter.name().toLowerCase(Locale.ROOT), get(counter));
        }
    }
}
