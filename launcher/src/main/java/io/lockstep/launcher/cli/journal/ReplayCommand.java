package io.lockstep.launcher.cli.journal;

import io.lockstep.launcher.cli.option.PluginOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.cli.screen.Progress;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.replay.Replay;
import io.lockstep.launcher.session.replay.Replay.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep replay}: proves that a journal's inputs lead to its decisions. */
@Command(
        name = "replay",
        description = {
            "Runs a journal's inputs through the same handlers again and compares every decision, byte by byte.",
            "Each epoch is proven by itself, oldest first; the figures are those of the last one.",
            "Exit code 3 and `divergedAt` name the first input that led to another decision."
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final int SHOWN_DIGITS = 12;

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
        List<Outcome> outcomes = new Replay(plugins.catalog()).runAll(folder, progress);
        progress.done();
        Outcome worst = worst(outcomes);
        report.print(report(folder, outcomes, worst));
        return worst.divergence() == null ? ExitCode.DONE.code() : ExitCode.DAMAGE_FOUND.code();
    }

    /** The first epoch that diverged; the last one if none did. */
    public static Outcome worst(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(each -> each.divergence() != null)
                .findFirst()
                .orElse(outcomes.get(outcomes.size() - 1));
    }

    /** What a replay of all epochs proved. */
    public static Report report(JournalFolder folder, List<Outcome> outcomes, Outcome worst) {
        Report report = new Report();
        Outcome last = outcomes.get(outcomes.size() - 1);
        if (last.result() != null) {
            last.result().addTo(report);
        }
        report.add("journal", folder.path().toString());
        return addProof(
                report.addTable(
                        "epochs", outcomes.stream().map(ReplayCommand::row).toList()),
                worst);
    }

    private static Map<String, Object> row(Outcome outcome) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("epoch", outcome.run().epoch());
        row.put("build", outcome.run().buildId());
        row.put("configHash", outcome.run().configHash().substring(0, SHOWN_DIGITS));
        row.put("unrecordedDecisions", outcome.unrecorded());
        row.put("replay", outcome.word());
        return row;
    }

    /** Adds what a replay proved. */
    public static Report addProof(Report report, Outcome outcome) {
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
