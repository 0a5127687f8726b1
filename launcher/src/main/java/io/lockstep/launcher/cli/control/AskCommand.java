package io.lockstep.launcher.cli.control;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.launcher.cli.option.OperatorOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.kill.EngineWatch;
import io.lockstep.launcher.kill.EngineWatch.Sign;
import io.lockstep.launcher.kill.KillScope;
import io.lockstep.launcher.operator.ControlFolder;
import io.lockstep.launcher.operator.OperatorAnswer;
import io.lockstep.launcher.operator.OperatorAnswer.Outcome;
import io.lockstep.launcher.operator.OperatorRequest;
import io.lockstep.launcher.operator.Requests;
import io.lockstep.launcher.operator.WaitClock;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.folder.JournalFolder;
import java.util.Locale;
import java.util.Optional;

/** Asks a running engine for something and shows its answer. */
final class AskCommand {
    private static final long PATIENCE_MS = 5_000;

    private final OperatorOptions operator;
    private final ReportOptions report;

    AskCommand(OperatorOptions operator, ReportOptions report) {
        this.operator = operator;
        this.report = report;
    }

    /** Asks, prints the answer, and gives the exit code. */
    int ask(OperatorAction action, KillScope scope) {
        JournalFolder folder = operator.folder().require();
        try (ControlFile control = ControlFile.open(folder.path())) {
            Optional<OperatorAnswer> answer = ask(folder, control, action, scope);
            report.print(describe(action, scope, answer));
            return answer.filter(each -> each.outcome() == Outcome.DONE).isPresent()
                    ? ExitCode.DONE.code()
                    : ExitCode.FAILED.code();
        }
    }

    /**
     * Asks and waits.
     *
     * @throws IllegalArgumentException if no engine runs
     */
    Optional<OperatorAnswer> ask(JournalFolder folder, ControlFile control, OperatorAction action, KillScope scope) {
        return ask(folder, control, operator.request(action, scope.kind(), scope.name()));
    }

    /**
     * Asks and waits.
     *
     * @throws IllegalArgumentException if no engine runs
     */
    Optional<OperatorAnswer> ask(JournalFolder folder, ControlFile control, OperatorRequest request) {
        requireEngine(folder, control);
        Requests requests = new Requests(ControlFolder.of(folder.path()), WaitClock.SYSTEM);
        requests.ask(request);
        return requests.await(request, PATIENCE_MS);
    }

    private static Report describe(OperatorAction action, KillScope scope, Optional<OperatorAnswer> answer) {
        Report shown = new Report()
                .add("asked", action.name().toLowerCase(Locale.ROOT))
                .add("scope", scope.toString())
                .add(
                        "outcome",
                        answer.map(each -> each.outcome().name().toLowerCase(Locale.ROOT))
                                .orElse("no answer"));
        answer.ifPresent(each -> shown.add("sequence", each.sequence()).add("detail", each.detail()));
        return shown;
    }

    private static void requireEngine(JournalFolder folder, ControlFile control) {
        Sign sign = new EngineWatch(control, WaitClock.SYSTEM).look(Long.MAX_VALUE);
        if (sign != Sign.ALIVE) {
            throw new IllegalArgumentException("no engine runs on this journal: folder=" + folder.path());
        }
    }
}
