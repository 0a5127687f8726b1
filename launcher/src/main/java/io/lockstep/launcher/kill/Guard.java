package io.lockstep.launcher.kill;

import io.lockstep.engine.control.LatchFile;
import io.lockstep.launcher.kill.AccountSweep.Standing;
import io.lockstep.launcher.kill.EngineWatch.Sign;
import io.lockstep.launcher.operator.Latches;
import io.lockstep.launcher.operator.WaitClock;
import io.lockstep.launcher.venue.AdminAccount;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The watchdog: watches an engine, and when it is dead or hung for too long sets the latch, so that an engine that comes back sends nothing,
 * and cancels at the venues until they say that nothing is open. It never gives up by itself.
 */
public final class Guard {
    private static final long LOOK_MS = 100;
    private static final long REPORT_MS = 10_000;

    private final EngineWatch watch;
    private final Latches latches;
    private final List<AdminAccount> accounts;
    private final KillReach reach;
    private final WaitClock clock;
    private final LongSupplier wallMs;
    private final Listener listener;
    private final long deadAfterMs;
    private @Nullable Sign reported;
    private long reportedMs;
    private long goneMs = -1;

    /**
     * A guard.
     *
     * @param deadAfterMs how long an engine may be silent or gone, ms
     * @param wallMs wall clock, UTC, ms
     */
    public Guard(
            EngineWatch watch,
            Latches latches,
            List<AdminAccount> accounts,
            KillReach reach,
            long deadAfterMs,
            WaitClock clock,
            LongSupplier wallMs,
            Listener listener) {
        this.watch = watch;
        this.latches = latches;
        this.accounts = List.copyOf(accounts);
        this.reach = reach;
        this.deadAfterMs = deadAfterMs;
        this.clock = clock;
        this.wallMs = wallMs;
        this.listener = listener;
    }

    /** Hears of what a guard sees and does. */
    public interface Listener {
        /** Told at every change, and now and then while nothing changes. */
        void onLook(Sign sign, long pid, long sequence, long stillForMs);

        /** It acts: the latch is set. */
        void onAct(String reason);

        /** An account has come further. */
        void onStanding(Standing standing);
    }

    /** How a guard ended. */
    public enum End {
        /** It was told to stop. */
        STOPPED,
        /** It acted, and every venue says that nothing is open. */
        ACTED,
        /** It acted, and was told to stop before every venue had said so. */
        INCOMPLETE
    }

    /** Watches until it has acted or is told to stop. */
    public End run(BooleanSupplier stop) {
        while (!stop.getAsBoolean()) {
            Sign sign = watch.look(deadAfterMs);
            report(sign);
            String reason = reasonToAct(sign);
            if (reason != null) {
                return act(reason, stop);
            }
            clock.await(LOOK_MS);
        }
        return End.STOPPED;
    }

    /** A process that has gone may be on its way back: a restart has until the same time is up. */
    private @Nullable String reasonToAct(Sign sign) {
        goneMs = sign != Sign.DEAD ? -1 : goneMs < 0 ? clock.nowMs() : goneMs;
        return switch (sign) {
            case HUNG -> "engine is hung: pid=" + watch.pid() + ", stillForMs=" + watch.stillForMs();
            case DEAD ->
                clock.nowMs() - goneMs >= deadAfterMs || watch.stillForMs() >= deadAfterMs
                        ? "engine is dead: pid=" + watch.pid() + ", stillForMs=" + watch.stillForMs()
                        : null;
            case STOPPED, ALIVE -> null;
        };
    }

    private End act(String reason, BooleanSupplier stop) {
        latches.set(new LatchFile.Entry(Math.max(1, wallMs.getAsLong()), "guard", reason));
        listener.onAct(reason);
        Canceller.Task task = new Canceller.Task(KillScope.ALL, reach, 0);
        List<Standing> end = new Canceller(clock, listener::onStanding).run(accounts, task, Long.MAX_VALUE, stop);
        return end.stream().allMatch(each -> each.phase() == AccountSweep.Phase.DONE) ? End.ACTED : End.INCOMPLETE;
    }

    private void report(Sign sign) {
        if (sign != reported || clock.nowMs() - reportedMs >= REPORT_MS) {
            reported = sign;
            reportedMs = clock.nowMs();
            listener.onLook(sign, watch.pid(), watch.sequence(), watch.stillForMs());
        }
    }
}
