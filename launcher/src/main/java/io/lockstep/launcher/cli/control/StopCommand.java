package io.lockstep.launcher.cli.control;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.control.Gauge;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.launcher.cli.option.DurationConverter;
import io.lockstep.launcher.cli.option.OperatorOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.kill.EngineWatch;
import io.lockstep.launcher.kill.EngineWatch.Sign;
import io.lockstep.launcher.kill.KillScope;
import io.lockstep.launcher.operator.OperatorAnswer;
import io.lockstep.launcher.operator.OperatorAnswer.Outcome;
import io.lockstep.launcher.operator.WaitClock;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.folder.JournalFolder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep stop}: ends a session cleanly. */
@Command(
        name = "stop",
        description = {
            "Asks a running engine to end cleanly, as SIGTERM does, and waits for it.",
            "--drain first stops new orders and cancels those that are open, and waits until none is left or time is up."
        })
public final class StopCommand implements Callable<Integer> {
    private static final long POLL_MS = 20;

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final OperatorOptions operator = new OperatorOptions();

    @Option(names = "--drain", description = "Stop new orders and cancel open ones first.")
    private boolean drain;

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = DurationConverter.class,
            description = "How long orders have to go, and then the engine to end; default ${DEFAULT-VALUE}.")
    private Duration patience = Duration.ofSeconds(30);

    @Override
    public Integer call() {
        JournalFolder folder = operator.folder().require();
        try (ControlFile control = ControlFile.open(folder.path())) {
            EngineWatch watch = new EngineWatch(control, WaitClock.SYSTEM);
            boolean drained = !drain || drain(folder, control, watch);
            long left = control.gauges().get(Gauge.OPEN_ORDERS);
            control.requestStop(System.currentTimeMillis());
            boolean stopped = await(() -> watch.look(Long.MAX_VALUE) != Sign.ALIVE);
            report.print(new Report()
                    .add("drained", drain && drained)
                    .add("openOrders", left)
                    .add("stopped", stopped)
                    .add("sequence", control.sequence()));
            return drained && stopped ? ExitCode.DONE.code() : ExitCode.FAILED.code();
        }
    }

    private boolean drain(JournalFolder folder, ControlFile control, EngineWatch watch) {
        Optional<OperatorAnswer> answer =
                new AskCommand(operator, report).ask(folder, control, OperatorAction.DRAIN, KillScope.ALL);
        return answer.filter(each -> each.outcome() == Outcome.DONE).isPresent()
                && await(
                        () -> control.gauges().get(Gauge.OPEN_ORDERS) == 0 || watch.look(Long.MAX_VALUE) != Sign.ALIVE);
    }

    private boolean await(BooleanSupplier condition) {
        long endMs = WaitClock.SYSTEM.nowMs() + patience.toMillis();
        while (!condition.getAsBoolean()) {
            if (WaitClock.SYSTEM.nowMs() >= endMs) {
                return false;
            }
            WaitClock.SYSTEM.await(POLL_MS);
        }
        return true;
    }
}
