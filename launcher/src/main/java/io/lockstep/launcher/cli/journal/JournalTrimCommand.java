package io.lockstep.launcher.cli.journal;

import io.lockstep.journal.epoch.EpochFolder;
import io.lockstep.journal.sidefile.JournalLock;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.folder.JournalFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep journal trim}: deletes old epochs. */
@Command(
        name = "trim",
        description = {
            "Deletes the oldest of the epochs that ended. The current one needs none of them: it begins with what was true then.",
            "A new one begins with another build or configuration, with `run --new-epoch`, or as journal.epochRecords says."
        })
final class JournalTrimCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Option(names = "--journal", paramLabel = "DIR", required = true, description = "Journal folder of a run.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path journal;

    @Option(
            names = "--keep-epochs",
            paramLabel = "N",
            required = true,
            description = "How many of the epochs that ended stay; 0 for none.")
    private int keep;

    @Override
    public Integer call() {
        if (keep < 0) {
            throw report.badUsage(new IllegalArgumentException("must not be negative: --keep-epochs=" + keep));
        }
        JournalFolder folder = new JournalFolder(journal).require();
        JournalLock lock = JournalLock.acquire(folder.path());
        try {
            EpochFolder epochs = folder.layout();
            epochs.finish();
            List<Integer> deleted = epochs.trim(keep);
            report.print(new Report()
                    .add("journal", journal.toString())
                    .add("deleted", deleted)
                    .add("kept", epochs.ended()));
            return ExitCode.DONE.code();
        } finally {
            lock.close();
        }
    }
}
