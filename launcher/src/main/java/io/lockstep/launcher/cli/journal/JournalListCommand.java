package io.lockstep.launcher.cli.journal;

import io.lockstep.journal.JournalCatalog;
import io.lockstep.journal.RollFileEntry;
import io.lockstep.launcher.cli.option.JournalQueueOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.print.EventReader;
import io.lockstep.launcher.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lockstep journal list}: the roll files of a journal. */
@Command(name = "list", description = "Shows a journal's roll files with their sequences and times.")
final class JournalListCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final JournalQueueOptions queue = new JournalQueueOptions();

    @Override
    public Integer call() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (RollFileEntry file : JournalCatalog.list(queue.directory())) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("file", file.name());
            row.put("firstSequence", file.firstSequence());
            row.put("lastSequence", file.lastSequence());
            row.put("firstTime", EventReader.instant(file.firstTimeNs()));
            row.put("usedBytes", file.usedBytes());
            rows.add(row);
        }
        report.print(new Report().addTable("files", rows));
        return ExitCode.DONE.code();
    }
}
