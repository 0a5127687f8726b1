package io.lockstep.launcher.cli.inquiry;

import io.lockstep.launcher.cli.option.PluginOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.incident.Audit;
import io.lockstep.launcher.incident.Audit.Row;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.replay.PastState;
import io.lockstep.launcher.venue.VenueAdmins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep audit}: the books against the venue. */
@Command(
        name = "audit",
        description = {
            "Compares open orders, positions and balances of a journal, replayed to its end, with what the venues say now over",
            "connections of its own. Exit code 3 on any difference. Changes nothing on either side."
        })
public final class AuditCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Option(names = "--journal", paramLabel = "DIR", required = true, description = "Journal folder of the run.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path journal;

    @Option(names = "--config", paramLabel = "FILE", required = true, description = "Configuration with the accounts.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path config;

    @Override
    public Integer call() throws IOException {
        JournalFolder folder = new JournalFolder(journal).require();
        PastState local = PastState.at(folder, Long.MAX_VALUE, plugins.catalog());
        try (VenueAdmins venues =
                VenueAdmins.open(ConfigLoader.structure(Files.readString(config), config.toString()))) {
            List<Row> rows = Audit.of(local, venues.accounts());
            long differences = rows.stream().filter(row -> !row.same()).count();
            report.print(new Report()
                    .add("sequence", local.sequence())
                    .add("accounts", venues.accounts().size())
                    .add("compared", rows.size())
                    .add("differences", differences)
                    .addTable("items", rows.stream().map(Row::toRow).toList()));
            return differences == 0 ? ExitCode.DONE.code() : ExitCode.DAMAGE_FOUND.code();
        }
    }
}
