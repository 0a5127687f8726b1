package io.lockstep.launcher.cli;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.JournalFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep kill}: sets the latch that the last step before sending reads. */
@Command(
        name = "kill",
        description = {
            "Sets the kill latch: from this moment no new order leaves, whatever the engine is doing.",
            "A running engine also cancels its open orders and ends with exit code 4. The latch survives restarts."
        })
final class KillCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Option(names = "--journal", paramLabel = "DIR", required = true, description = "Journal folder of the run.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path journal;

    @Override
    public Integer call() {
        JournalFolder folder = new JournalFolder(journal).require();
        try (ControlFile control = ControlFile.open(folder.path())) {
            control.kill(System.currentTimeMillis());
            report.print(new Report()
                    .add("journal", folder.path().toString())
                    .add("killed", true)
                    .add("since", Instant.ofEpochMilli(control.killedAtMs()).toString())
                    .add("engine", control.pid() == 0 ? "not running" : "pid " + control.pid()));
        }
        return ExitCode.DONE.code();
    }
}
