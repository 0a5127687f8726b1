package io.lockstep.gateway.alpaca.rest;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/** What became of the requests to one host. Any thread. */
public final class RestCounters {
    private final AtomicLongArray counts = new AtomicLongArray(Event.values().length);

    /** Adds what was counted to a map, each name behind a prefix. */
    public void addTo(Map<String, Long> into, String prefix) {
        for (Event event : Event.values()) {
            into.put(prefix + event.name().toLowerCase(Locale.ROOT), get(event));
        }
    }

    /** How often something happened. */
    public long get(Event event) {
        return counts.get(event.ordinal());
    }

    void count(Event event) {
        counts.incrementAndGet(event.ordinal());
    }

    /** What is counted. */
    public enum Event {
        /** Requests answered with success. */
        SUCCEEDED,
        /** Requests answered with an error. */
        FAILED,
        /** Requests the venue refused because there were too many. */
        TOO_MANY,
        /** Requests sent of which the outcome is not known. */
        LOST,
        /** Requests of which no byte left. */
        NOT_SENT,
        /** Requests held back because the minute's budget is used up. */
        HELD_BACK
    }
}
