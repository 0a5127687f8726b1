package io.lockstep.launcher.cli;

import io.lockstep.journal.JournalVerifier;
import io.lockstep.journal.Verification;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.JournalFolder;
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
final class VerifyCommand implements Callable<Integer> {
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
        Map<String, Path> queues = queues();
        Report shown = new Report();
        Verification worst = null;
        String worstQueue = "";
        long records = 0;
        Map<String, Long> byQueue = new LinkedHashMap<>();
        for (Map.Entry<String, Path> queue : queues.entrySet()) {
            Verification found = JournalVerifier.verify(queue.getValue());
            records += found.records();
            byQueue.put(queue.getKey(), found.records());
            if (worst == null || worst.ok() && !found.ok()) {
                worst = found;
                worstQueue = queue.getKey();
            }
        }
        if (worst == null) {
            throw new IllegalArgumentException("no journal here: " + journal);
        }
        report.print(shown.add("journal", journal.toString())
                .add("records", records)
                .addSection("queues", byQueue)
                .add("ok", worst.ok())
                .add("firstBadSequence", worst.firstBadSequence())
                .add("damagedQueue", worst.ok() ? "" : worstQueue)
                .add("reason", worst.reason()));
        return worst.ok() ? ExitCode.DONE.code() : ExitCode.DAMAGE_FOUND.code();
    }

    private Map<String, Path> queues() {
        if (!Files.isDirectory(journal)) {
            throw new IllegalArgumentException("no journal here: " + journal);
        }
        JournalFolder folder = new JournalFolder(journal);
        Map<String, Path> queues = new LinkedHashMap<>();
        if (folder.exists() || Files.isDirectory(folder.decisions())) {
            queues.put("inputs", folder.inputs());
            queues.put("decisions", folder.decisions());
        } else {
            queues.put("tape", journal);
        }
        return queues;
    }
}
