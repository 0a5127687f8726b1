package io.lockstep.gateway.alpaca.account;

import io.lockstep.gateway.alpaca.execution.ReportCounters;
import io.lockstep.gateway.alpaca.execution.ReportIssue;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts of one account. Written by its network thread, read by any. */
public final class AccountCounters {
    private final AtomicLongArray counts = new AtomicLongArray(AccountEvent.values().length);
    private final ReportCounters reports = new ReportCounters();

    /** Counts of what did not become a report as it was. */
    public ReportCounters reports() {
        return reports;
    }

    /** How often something happened. */
    public long get(AccountEvent event) {
        return counts.get(event.ordinal());
    }

    /** Adds everything counted to a map, each name behind a prefix. */
    public void addTo(Map<String, Long> into, String prefix) {
        for (AccountEvent event : AccountEvent.values()) {
            into.put(prefix + event.name().toLowerCase(Locale.ROOT), get(event));
        }
        for (ReportIssue issue : ReportIssue.values()) {
            into.put(prefix + issue.name().toLowerCase(Locale.ROOT), reports.get(issue));
        }
    }

    void count(AccountEvent event) {
        int index = event.ordinal();
        counts.lazySet(index, counts.get(index) + 1);
    }
}
