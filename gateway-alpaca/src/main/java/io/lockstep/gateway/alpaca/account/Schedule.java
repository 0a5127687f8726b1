package io.lockstep.gateway.alpaca.account;

import io.lockstep.engine.sbe.ReconciliationKind;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Reads the venue's lists and clock at their intervals while the account is ready. One thread. */
final class Schedule {
    private static final ReconciliationKind[] KINDS = {
        ReconciliationKind.ORDERS, ReconciliationKind.FILLS, ReconciliationKind.POSITIONS, ReconciliationKind.CASH
    };
    private static final long OVERLAP_NS = TimeUnit.MINUTES.toNanos(2);
    private static final String REASON = "SCHEDULE";

    private final AccountRules rules;
    private final VenueLists lists;
    private final VenueChecks checks;
    private final long[] nextNs = new long[KINDS.length];
    private long nextClockNs;
    private long fillsSinceNs;

    Schedule(AccountRules rules, VenueLists lists, VenueChecks checks) {
        this.rules = rules;
        this.lists = lists;
        this.checks = checks;
    }

    /** Begins anew, with every list at once: what was asked for before the account was ready does not count as compared. */
    void start(long nowNs) {
        Arrays.fill(nextNs, nowNs);
        nextClockNs = nowNs + rules.clockNs();
        fillsSinceNs = nowNs;
    }

    void onTick(long nowNs) {
        for (int i = 0; i < KINDS.length; i++) {
            if (nowNs >= nextNs[i]) {
                nextNs[i] = nowNs + rules.intervalNs(KINDS[i]);
                read(KINDS[i], nowNs);
            }
        }
        if (nowNs >= nextClockNs) {
            nextClockNs = nowNs + rules.clockNs();
            checks.clock(clock -> {});
        }
    }

    /** Fills are read from a while before the last list on, for the venue lists one a little late. */
    private void read(ReconciliationKind kind, long nowNs) {
        if (kind != ReconciliationKind.FILLS) {
            lists.read(kind, nowNs, REASON, read -> {});
            return;
        }
        lists.read(kind, fillsSinceNs - OVERLAP_NS, REASON, read -> {
            if (read) {
                fillsSinceNs = nowNs;
            }
        });
    }
}
