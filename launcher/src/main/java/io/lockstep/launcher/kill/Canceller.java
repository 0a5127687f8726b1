package io.lockstep.launcher.kill;

import io.lockstep.launcher.kill.AccountSweep.Standing;
import io.lockstep.launcher.operator.WaitClock;
import io.lockstep.launcher.venue.AdminAccount;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Empties several accounts at once, each on a thread of its own, so that a venue that does not answer holds up no other.
 */
public final class Canceller {
    private static final long LONGEST_WAIT_MS = 100;

    private final WaitClock clock;
    private final Consumer<Standing> onChange;

    /**
     * A canceller.
     *
     * @param onChange told whenever an account has come further, by any of the threads
     */
    public Canceller(WaitClock clock, Consumer<Standing> onChange) {
        this.clock = clock;
        this.onChange = onChange;
    }

    /**
     * What is to be done.
     *
     * @param scope what it covers
     * @param reach which orders of that
     * @param collarBps how far from the market closing orders may go, basis points; 0 leaves positions as they are
     */
    public record Task(KillScope scope, KillReach reach, int collarBps) {}

    /**
     * Runs until every account is empty, time is up or it is told to give up.
     *
     * @param patienceMs how long at most, ms; {@link Long#MAX_VALUE} for as long as it takes
     * @return where each account stands
     */
    public List<Standing> run(List<AdminAccount> accounts, Task task, long patienceMs, BooleanSupplier giveUp) {
        List<AccountSweep> sweeps = accounts.stream()
                .filter(task.scope()::covers)
                .map(each -> new AccountSweep(each, task.scope(), task.reach(), task.collarBps()))
                .toList();
        if (sweeps.isEmpty()) {
            return List.of();
        }
        long startMs = clock.nowMs();
        BooleanSupplier over = () -> giveUp.getAsBoolean() || clock.nowMs() - startMs >= patienceMs;
        ExecutorService threads = Executors.newFixedThreadPool(sweeps.size());
        try {
            sweeps.forEach(sweep -> threads.execute(() -> run(sweep, over)));
            threads.shutdown();
            awaitEnd(threads, over);
        } finally {
            threads.shutdownNow();
        }
        return sweeps.stream().map(AccountSweep::standing).toList();
    }

    /** Runs one sweep on the calling thread. */
    void run(AccountSweep sweep, BooleanSupplier over) {
        Standing told = sweep.standing();
        while (!sweep.isDone() && !over.getAsBoolean()) {
            sweep.step(clock.nowMs());
            Standing now = sweep.standing();
            if (!now.equals(told)) {
                onChange.accept(now);
                told = now;
            }
            if (!sweep.isDone()) {
                clock.await(Math.min(LONGEST_WAIT_MS, Math.max(1, sweep.nextMs() - clock.nowMs())));
            }
        }
    }

    /** A request that hangs must not keep the command from saying so. */
    private void awaitEnd(ExecutorService threads, BooleanSupplier over) {
        try {
            boolean ended = false;
            while (!ended) {
                ended = threads.awaitTermination(LONGEST_WAIT_MS, TimeUnit.MILLISECONDS);
                ended |= over.getAsBoolean();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
