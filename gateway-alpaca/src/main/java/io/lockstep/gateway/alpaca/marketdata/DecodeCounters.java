package io.lockstep.gateway.alpaca.marketdata;

import java.util.concurrent.atomic.AtomicLongArray;

/** How often each {@link DecodeIssue} came up. Written by the network thread, read by any. */
public final class DecodeCounters {
    private final AtomicLongArray counts = new AtomicLongArray(DecodeIssue.values().length);

    /** Counts one more. */
    void count(DecodeIssue issue) {
        int index = issue.ordinal();
        counts.lazySet(index, counts.get(index) + 1);
    }

    /** How often an issue came up. */
    public long get(DecodeIssue issue) {
        return counts.get(issue.ordinal());
    }
}
