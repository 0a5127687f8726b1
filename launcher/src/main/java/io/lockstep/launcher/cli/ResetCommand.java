package io.lockstep.launcher.cli;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.JournalFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep reset}: clears the kill latch in two steps. */
@Command(
        name = "reset",
        description = {
            "Clears the kill latch of an engine that does not run. Without --confirm it shows what would be cleared and",
            "the word to confirm it with; a latch that was set again since needs a new word."
        })
final class ResetCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Option(names = "--journal", paramLabel = "DIR", required = true, description = "Journal folder of the run.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path journal;

    @Option(names = "--confirm", paramLabel = "WORD", description = "The word the first step gave.")
    private @Nullable String confirm;

    @Override
    public Integer call() {
        JournalFolder folder = new JournalFolder(journal).require();
        try (ControlFile control = ControlFile.open(folder.path())) {
            if (!control.isSet()) {
                report.print(new Report().add("killed", false));
                return ExitCode.DONE.code();
            }
            return confirm == null ? show(control) : reset(control, confirm);
        }
    }

    private int show(ControlFile control) {
        report.print(new Report()
                .add("killed", true)
                .add("since", Instant.ofEpochMilli(control.killedAtMs()).toString())
                .add("confirmWith", word(control)));
        return ExitCode.HALTED.code();
    }

    private int reset(ControlFile control, String given) {
        boolean running = control.pid() != 0
                && ProcessHandle.of(control.pid()).map(ProcessHandle::isAlive).orElse(false);
        if (running) {
            throw new IllegalArgumentException("the engine still runs: pid=" + control.pid());
        }
        if (!given.equals(word(control))) {
            throw new IllegalArgumentException("not the word of this latch: --confirm=" + given);
        }
        control.reset();
        report.print(new Report().add("killed", false));
        return ExitCode.DONE.code();
    }

    private static String word(ControlFile control) {
        return Long.toString(control.killedAtMs(), Character.MAX_RADIX);
    }
}
