package io.lockstep.launcher.cli.journal;

import io.lockstep.journal.repair.JournalRepair;
import io.lockstep.journal.repair.RepairReport;
import io.lockstep.journal.rollfile.Damage;
import io.lockstep.journal.sidefile.Gap;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.folder.JournalFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep journal repair}: makes a damaged journal sound again, on an operator's word. */
@Command(
        name = "repair",
        description = {
            "Keeps every record up to the damage, puts what it takes out into the journal's quarantine folder, and says what was done.",
            "Exit code 3 says that records were given up: the next `run` opens a new epoch, halted, and the venue's word counts.",
            "Exit code 0: the journal was sound, or nothing was lost."
        })
final class JournalRepairCommand implements Callable<Integer> {
    /** Which queues of a run. */
    enum Queues {
        /** What the engine saw. */
        INPUTS,
        /** What it decided. */
        DECISIONS,
        /** The two of them. */
        BOTH
    }

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            required = true,
            description = "Journal folder of a run, or a tape.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path journal;

    @Option(
            names = "--queue",
            paramLabel = "inputs|decisions|both",
            defaultValue = "both",
            description = "Which journal of the run; default ${DEFAULT-VALUE}.")
    private Queues queues = Queues.BOTH;

    @Override
    public Integer call() {
        if (!Files.isDirectory(journal)) {
            throw new IllegalArgumentException("no journal here: " + journal);
        }
        Report shown = new Report().add("journal", journal.toString());
        long givenUp = 0;
        for (Map.Entry<String, Path> queue : chosen().entrySet()) {
            RepairReport done = JournalRepair.repair(queue.getValue());
            givenUp += done.gap().map(Gap::missing).orElse(0L);
            shown.addSection(queue.getKey(), section(done));
        }
        report.print(shown.add("givenUp", givenUp));
        return givenUp == 0 ? ExitCode.DONE.code() : ExitCode.DAMAGE_FOUND.code();
    }

    private Map<String, Path> chosen() {
        JournalFolder folder = new JournalFolder(journal);
        Map<String, Path> chosen = new LinkedHashMap<>();
        if (!folder.exists() && !Files.isDirectory(folder.decisions())) {
            chosen.put("tape", journal);
            return chosen;
        }
        if (queues != Queues.DECISIONS) {
            chosen.put("inputs", folder.inputs());
        }
        if (queues != Queues.INPUTS) {
            chosen.put("decisions", folder.decisions());
        }
        return chosen;
    }

    private static Map<String, Object> section(RepairReport done) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("damages", done.damages().stream().map(Damage::describe).toList());
        section.put("quarantine", done.quarantine());
        section.put("files", done.files());
        section.put("firstGivenUp", done.gap().map(gap -> gap.after() + 1).orElse(0L));
        section.put("lastGivenUp", done.gap().map(gap -> gap.resume() - 1).orElse(0L));
        section.put("givenUp", done.gap().map(Gap::missing).orElse(0L));
        section.put("records", done.records());
        section.put("lastSequence", done.lastSequence());
        return section;
    }
}
