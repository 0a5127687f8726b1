package io.lockstep.launcher.cli;

import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.JournalFolder;
import io.lockstep.launcher.session.Replay;
import io.lockstep.launcher.session.Replay.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep replay}: proves that a journal's inputs lead to its decisions. */
@Command(
        name = "replay",
        description = {
            "Runs a journal's inputs through the same handlers again and compares every decision, byte by byte.",
            "Exit code 3 and `divergedAt` name the first input that led to another decision."
        })
final class ReplayCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Option(names = "--journal", paramLabel = "DIR", required = true, description = "Journal folder of a run.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path journal;

    @Override
    public Integer call() throws IOException {
        JournalFolder folder = new JournalFolder(journal).require();
        Progress progress = new Progress(report.err(), "events replayed");
        Outcome outcome = new Replay(plugins.catalog()).run(folder, progress);
        progress.done();
        report.print(report(folder, outcome));
        return outcome.divergence() == null ? ExitCode.DONE.code() : ExitCode.DAMAGE_FOUND.code();
    }

    private static Report report(JournalFolder folder, Outcome outcome) {
        Report report = new Report();
        if (outcome.result() != null) {
            outcome.result().addTo(report);
        }
        return addProof(report.add("journal", folder.path().toString()), outcome);
    }

    /** Adds what a replay proved. */
    static Report addProof(Report report, Outcome outcome) {
        report.add("build", outcome.run().buildId())
                .add("configHash", outcome.run().configHash())
                .add("unrecordedDecisions", outcome.unrecorded());
        if (outcome.divergence() != null) {
            report.add("divergedAt", outcome.divergence().inputSequence())
                    .add("divergence", String.valueOf(outcome.divergence().getMessage()));
        }
        return report.add("replay", outcome.word());
    }
}
