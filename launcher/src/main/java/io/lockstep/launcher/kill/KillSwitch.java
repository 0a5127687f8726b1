package io.lockstep.launcher.kill;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.control.Gauge;
import io.lockstep.launcher.kill.AccountSweep.Standing;
import io.lockstep.launcher.kill.EngineWatch.Sign;
import io.lockstep.launcher.operator.OperatorAnswer;
import io.lockstep.launcher.operator.OperatorAnswer.Outcome;
import io.lockstep.launcher.operator.OperatorRequest;
import io.lockstep.launcher.operator.Requests;
import io.lockstep.launcher.operator.WaitClock;
import io.lockstep.launcher.venue.VenueAdmins;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Carries a kill through after the latch was set and the engine was asked: an engine that answers cancels by itself and is watched; one that
 * does not is left alone and the venues are emptied from here. In both cases the venues themselves have the last word.
 */
public final class KillSwitch {
    private static final long POLL_MS = 10;
    private static final long STILL_MS = 2_000;

    private final ControlFile control;
    private final EngineWatch watch;
    private final Requests requests;
    private final WaitClock clock;
    private final Patience patience;

    /** A switch for the engine of a control file. */
    public KillSwitch(ControlFile control, EngineWatch watch, Requests requests, WaitClock clock, Patience patience) {
        this.control = control;
        this.watch = watch;
        this.requests = requests;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * How long things may take.
     *
     * @param answerMs the engine's answer, ms
     * @param totalMs all of it, ms
     */
    public record Patience(long answerMs, long totalMs) {}

    /**
     * Carries it through.
     *
     * @param request what the engine was asked
     * @param task what is to be cancelled, and whether positions are closed
     * @param venues opens the accounts; begun at once, on a thread of its own, for it takes as long as the engine is waited for
     */
    public KillResult run(OperatorRequest request, Canceller.Task task, Supplier<VenueAdmins> venues) {
        long startMs = clock.nowMs();
        KillScope scope = task.scope();
        CompletableFuture<VenueAdmins> opening =
                scope.isKnownToVenues() ? CompletableFuture.supplyAsync(venues) : new CompletableFuture<>();
        Optional<OperatorAnswer> answer = awaitAnswer(request);
        boolean obeyed = answer.filter(each -> each.outcome() == Outcome.DONE).isPresent();
        boolean ended = watch.look(Long.MAX_VALUE) == Sign.STOPPED;
        boolean working = (obeyed || ended) && awaitEmpty(scope, startMs);
        boolean blocked = scope.isAll() || obeyed;
        String said = answer.map(KillSwitch::text).orElse("none");
        if (!scope.isKnownToVenues()) {
            String problem = obeyed ? "" : "only the engine knows which orders are a strategy's; kill its account";
            return new KillResult(scope, watch.look(STILL_MS), said, false, blocked, List.of(), problem);
        }
        long leftMs = Math.max(AccountSweep.CONFIRM_MS * 2, patience.totalMs() - (clock.nowMs() - startMs));
        try (VenueAdmins opened = opening.join()) {
            List<Standing> standings =
                    new Canceller(clock, standing -> {}).run(opened.accounts(), task, leftMs, () -> false);
            String problem = standings.isEmpty() ? problemWithoutVenues(scope, obeyed && working) : "";
            return new KillResult(scope, watch.look(STILL_MS), said, !working, blocked, standings, problem);
        } catch (CompletionException e) {
            String problem = String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
            return new KillResult(scope, watch.look(STILL_MS), said, false, blocked, List.of(), problem);
        }
    }

    /** The result where the venues cannot be reached at all. */
    public KillResult without(OperatorRequest request, String problem) {
        Optional<OperatorAnswer> answer = awaitAnswer(request);
        KillScope scope = new KillScope(request.scope(), request.name());
        boolean blocked = scope.isAll()
                || answer.filter(each -> each.outcome() == Outcome.DONE).isPresent();
        String said = answer.map(KillSwitch::text).orElse("none");
        return new KillResult(scope, watch.look(STILL_MS), said, false, blocked, List.of(), problem);
    }

    /** An engine that is not there, or whose process a signal has stopped, cannot answer. */
    private Optional<OperatorAnswer> awaitAnswer(OperatorRequest request) {
        return requests.await(
                request, patience.answerMs(), () -> watch.look(Long.MAX_VALUE) != Sign.ALIVE || watch.isSuspended());
    }

    /** Lets an engine that answered work, as long as it moves. */
    private boolean awaitEmpty(KillScope scope, long startMs) {
        while (clock.nowMs() - startMs < patience.totalMs()) {
            Sign sign = watch.look(STILL_MS);
            boolean empty = control.gauges().get(Gauge.OPEN_ORDERS) == 0;
            if (sign == Sign.STOPPED || sign == Sign.ALIVE && (empty || !scope.isAll())) {
                return true;
            }
            if (sign != Sign.ALIVE) {
                return false;
            }
            clock.await(POLL_MS);
        }
        return false;
    }

    /** The simulated venue is inside the engine's process: what it holds goes with the process. */
    private String problemWithoutVenues(KillScope scope, boolean done) {
        Sign sign = watch.look(STILL_MS);
        if (done || sign == Sign.STOPPED || sign == Sign.DEAD) {
            return scope.isAll() || done ? "" : "no engine runs, and a part of one cannot be latched";
        }
        return "the engine does not answer, and its accounts are inside its process: end it, pid=" + watch.pid();
    }

    private static String text(OperatorAnswer answer) {
        return answer.outcome() + " at sequence " + answer.sequence() + ": " + answer.detail();
    }
}
