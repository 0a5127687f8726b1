package io.lockstep.launcher.cli.run;

import io.lockstep.engine.Threading;
import io.lockstep.launcher.cli.journal.ReplayCommand;
import io.lockstep.launcher.cli.option.Folders;
import io.lockstep.launcher.cli.option.PluginOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.cli.screen.Progress;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.Backtest;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.folder.Recordings;
import io.lockstep.launcher.session.folder.TapeInstruments;
import io.lockstep.launcher.session.replay.Replay;
import io.lockstep.launcher.session.result.RunResult;
import io.lockstep.launcher.session.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep backtest}: a configuration over recorded market data. */
@Command(
        name = "backtest",
        description = {
            "Runs a configuration over tapes, or over the market data of a recorded run, with the simulated venue.",
            "The same tape and configuration give the same decision hash, whatever the threading, the JVM or the machine."
        })
public final class BacktestCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Option(names = "--config", paramLabel = "FILE", required = true, description = "Configuration to run.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path config;

    @Option(
            names = "--tape",
            paramLabel = "TAPE",
            arity = "1..*",
            description = "Tapes made by `import`, merged by time; instead of the configuration's feed.tapes.")
    private List<Path> tapes = List.of();

    @Option(
            names = "--from-journal",
            paramLabel = "DIR",
            description = "Market data of a recorded run, also of one with other parameters.")
    private @Nullable Path fromJournal;

    @Option(
            names = "--threading",
            paramLabel = "fused|staged",
            defaultValue = "fused",
            description = "One thread for all handlers, or one each; the decisions are the same.")
    private Threading threading = Threading.FUSED;

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            description = "Where to journal the run; default a new folder under var/backtest.")
    private @Nullable Path journal;

    @Option(names = "--no-journal", description = "Keep nothing and skip the replay: for sweeps over parameters.")
    private boolean noJournal;

    @Override
    public Integer call() throws IOException {
        StrategyCatalog catalog = plugins.catalog();
        EffectiveConfig effective = new ConfigLoader(catalog).load(config);
        List<Path> sources = sources(effective);
        Wiring wiring = new Wiring(effective.config(), catalog, TapeInstruments.of(sources));
        Path folder = journal == null ? Folders.ofRun("backtest") : journal;
        JournalFolder target = noJournal ? null : new JournalFolder(folder).requireNew();
        Progress progress = new Progress(report.err(), "ms of event time");
        try (Recordings recordings = Recordings.open(sources)) {
            RunResult result = new Backtest(effective, wiring, threading)
                    .run(recordings, target, timeNs -> progress.accept(timeNs / 1_000_000));
            progress.done();
            return print(result, target, catalog);
        }
    }

    private int print(RunResult result, @Nullable JournalFolder target, StrategyCatalog catalog) {
        Report shown =
                result.addTo(new Report()).add("threading", threading.name().toLowerCase(Locale.ROOT));
        if (target == null) {
            report.print(shown.add("replay", "SKIPPED"));
            return ExitCode.DONE.code();
        }
        Replay.Outcome proof = new Replay(catalog).run(target, sequence -> {});
        report.print(ReplayCommand.addProof(shown.add("journal", target.path().toString()), proof));
        return proof.divergence() == null ? ExitCode.DONE.code() : ExitCode.DAMAGE_FOUND.code();
    }

    private List<Path> sources(EffectiveConfig effective) {
        List<Path> sources = new ArrayList<>(tapes);
        if (fromJournal != null) {
            new JournalFolder(fromJournal).require().epochs().forEach(epoch -> sources.add(epoch.inputs()));
        }
        if (sources.isEmpty()) {
            effective.config().feed().tapes().forEach(tape -> sources.add(Path.of(tape)));
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException(
                    "no market data: give --tape, --from-journal or feed.tapes in " + config);
        }
        return sources;
    }
}
