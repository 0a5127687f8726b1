package io.lockstep.launcher.cli.journal;

import io.lockstep.launcher.cli.option.PluginOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.LiveSession;
import io.lockstep.launcher.session.folder.JournalFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep journal epoch}: opens the next epoch and starts nothing. */
@Command(
        name = "epoch",
        description = {
            "Proves the current epoch, opens the next one with what was true, and starts nothing.",
            "Do so with the old build before a new one that decides otherwise takes over: the new epoch holds no decisions yet."
        })
final class JournalEpochCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Option(names = "--config", paramLabel = "FILE", required = true, description = "Configuration of the new epoch.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path config;

    @Option(names = "--journal", paramLabel = "DIR", required = true, description = "Journal folder of a run.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path journal;

    @Override
    public Integer call() throws IOException {
        StrategyCatalog catalog = plugins.catalog();
        EffectiveConfig effective = new ConfigLoader(catalog).load(config);
        String reason = LiveSession.openEpoch(new JournalFolder(journal).require(), effective, catalog);
        report.print(new Report().add("journal", journal.toString()).add("opened", reason));
        return ExitCode.DONE.code();
    }
}
