package io.lockstep.gateway.alpaca.execution;

import java.util.concurrent.atomic.AtomicLongArray;

/** How often each {@link ReportIssue} came up. Written by the network thread, read by any. */
public final class ReportCounters {
    private final AtomicLongArray counts = new AtomicLongArray(ReportIssue.values().length);

    /** Counts one more. */
    void count(ReportIssue issue) {
        int index = issue.ordinal();
        counts.lazySet(index, counts.get(index) + 1);
    }

    /** How often an issue came up. */
    public long get(ReportIssue issue) {
        return counts.get(issue.ordinal());
    }
}
