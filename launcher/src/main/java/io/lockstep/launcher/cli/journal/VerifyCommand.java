package io.lockstep.launcher.cli.journal;

import io.lockstep.journal.JournalVerifier;
import io.lockstep.journal.Verification;
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

/** {@code lockstep verify}: whether a journal or a tape is what was written. */
@Command(
        name = "verify",
        description = {
            "Checks every record of a journal, or of a tape: length, CRC32C, sequence, hash chain, the files around them.",
            "Exit code 3 and `firstBadSequence` name the first record that cannot be had."
        })
public final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            required = true,
            description = "Journal folder of a run, one queue of it, or a tape.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path journal;

    @Override
    public Integer call() {
        Map<String, Verification> found = new LinkedHashMap<>();
        queues().forEach((name, queue) -> found.put(name, JournalVerifier.verify(queue)));
        String broken = brokenLink();
        Map.Entry<String, Verification> worst = worst(found);
        boolean ok = worst.getValue().ok() && broken.isEmpty();
        report.print(new Report()
                .add("journal", journal.toString())
                .add(
                        "records",
                        found.values().stream().mapToLong(Verification::records).sum())
                .addSection("queues", records(found))
                .add("ok", ok)
                .add("firstBadSequence", worst.getValue().firstBadSequence())
                .add("damagedQueue", worst.getValue().ok() ? "" : worst.getKey())
                .add("reason", worst.getValue().ok() ? broken : worst.getValue().reason()));
        return ok ? ExitCode.DONE.code() : ExitCode.DAMAGE_FOUND.code();
    }

    /** The first queue that is damaged; the first of all if none is. */
    private static Map.Entry<String, Verification> worst(Map<String, Verification> found) {
        return found.entrySet().stream()
                .filter(each -> !each.getValue().ok())
                .findFirst()
                .orElse(found.entrySet().iterator().next());
    }

    private static Map<String, Long> records(Map<String, Verification> found) {
        Map<String, Long> records = new LinkedHashMap<>();
        found.forEach((name, each) -> records.put(name, each.records()));
        return records;
    }

    /** The first epoch that does not go on where the one before it ends; empty if all do. */
    private String brokenLink() {
        return isRun() ? new JournalFolder(journal).brokenLink() : "";
    }

    private Map<String, Path> queues() {
        if (!Files.isDirectory(journal)) {
            throw new IllegalArgumentException("no journal here: " + journal);
        }
        Map<String, Path> queues = new LinkedHashMap<>();
        if (!isRun()) {
            queues.put("tape", journal);
            return queues;
        }
        for (JournalFolder epoch : new JournalFolder(journal).epochs()) {
            boolean current = epoch.path().equals(journal);
            String prefix = current ? "" : "epochs/" + epoch.path().getFileName() + "/";
            queues.put(prefix + "inputs", epoch.inputs());
            queues.put(prefix + "decisions", epoch.decisions());
        }
        return queues;
    }

    private boolean isRun() {
        JournalFolder folder = new JournalFolder(journal);
        if (folder.layout().isChanging()) {
            folder.require();
        }
        return folder.exists() || Files.isDirectory(folder.decisions());
    }
}
