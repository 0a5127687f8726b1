package io.lockstep.gateway.alpaca.account;

import io.lockstep.engine.sbe.ReconciliationKind;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Brings the engine up to date once the trading stream delivers, for the stream replays nothing: fills, then how orders of ours ended, then
 * the lists of open orders, positions and cash, then whether orders may go out at all. Past orders are looked through before the fills, for
 * a fill names its order only by an id that the order's own body explains. A step that fails starts the whole again after a pause that
 * grows. One thread.
 */
final class CatchUp {
    private static final long FIRST_PAUSE_NS = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST_DOUBLINGS = 5;
    private static final String REASON = "CATCH_UP";

    private final AccountParts parts;
    private final long backNs;
    private final VenueChecks checks;
    private final VenueLists lists;
    private final Delays delays;
    private final Runnable done;
    private final AccountCounters counters;
    private int attempt;
    private int failures;

    /**
     * @param backNs how far back orders and fills are read, nanoseconds
     * @param done told once everything has been read
     */
    CatchUp(
            AccountParts parts,
            long backNs,
            VenueChecks checks,
            VenueLists lists,
            Delays delays,
            AccountCounters counters,
            Runnable done) {
        this.parts = parts;
        this.backNs = backNs;
        this.checks = checks;
        this.lists = lists;
        this.delays = delays;
        this.counters = counters;
        this.done = done;
    }

    /** Starts, or starts over. */
    void start() {
        int mine = ++attempt;
        long sinceNs = parts.clock().nanoTime() - backNs;
        List<Step> steps = List.of(
                then -> lists.pastOrders(sinceNs, false, then),
                list(ReconciliationKind.FILLS, sinceNs),
                then -> lists.pastOrders(sinceNs, true, then),
                list(ReconciliationKind.ORDERS, sinceNs),
                list(ReconciliationKind.POSITIONS, sinceNs),
                list(ReconciliationKind.CASH, sinceNs),
                checks::account,
                checks::calendar);
        run(steps, 0, mine);
    }

    /** Forgets the attempt under way: the stream is down again. */
    void cancel() {
        attempt++;
    }

    private Step list(ReconciliationKind kind, long sinceNs) {
        return then -> lists.read(kind, sinceNs, REASON, then);
    }

    private void run(List<Step> steps, int next, int mine) {
        if (next == steps.size()) {
            failures = 0;
            counters.count(AccountEvent.CAUGHT_UP);
            done.run();
            return;
        }
        steps.get(next).run(succeeded -> {
            if (mine != attempt) {
                return;
            }
            if (succeeded) {
                run(steps, next + 1, mine);
            } else {
                again(mine);
            }
        });
    }

    private void again(int mine) {
        counters.count(AccountEvent.CATCH_UPS_FAILED);
        long pauseNs = FIRST_PAUSE_NS << Math.min(failures++, MOST_DOUBLINGS);
        delays.add(parts.clock().nanoTime() + pauseNs, () -> {
            if (mine == attempt) {
                start();
            }
        });
    }

    /** One step; tells its outcome exactly once. */
    @FunctionalInterface
    private interface Step {
        void run(Consumer<Boolean> then);
    }
}
