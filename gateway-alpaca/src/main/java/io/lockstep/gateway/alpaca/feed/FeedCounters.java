package io.lockstep.gateway.alpaca.feed;

import io.lockstep.gateway.alpaca.marketdata.DecodeCounters;
import io.lockstep.gateway.alpaca.marketdata.DecodeIssue;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts of one market data connection. Written by its network thread, read by any. */
public final class FeedCounters {
    private final AtomicLongArray counts = new AtomicLongArray(FeedEvent.values().length);
    private final DecodeCounters decoding = new DecodeCounters();

    /** Counts of what did not become an event as it was. */
    public DecodeCounters decoding() {
        return decoding;
    }

    /** How often something happened. */
    public long get(FeedEvent event) {
        return counts.get(event.ordinal());
    }

    /** Adds everything counted to a map, each name behind a prefix. */
    public void addTo(Map<String, Long> into, String prefix) {
        for (FeedEvent event : FeedEvent.values()) {
            into.put(prefix + event.name().toLowerCase(Locale.ROOT), get(event));
        }
        for (DecodeIssue issue : DecodeIssue.values()) {
            into.put(prefix + issue.name().toLowerCase(Locale.ROOT), decoding.get(issue));
        }
    }

    void count(FeedEvent event) {
        int index = event.ordinal();
        counts.lazySet(index, counts.get(index) + 1);
    }
}
