package io.lockstep.launcher.cli.run;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.RunMode;
import io.lockstep.launcher.cli.journal.ReplayCommand;
import io.lockstep.launcher.cli.option.Folders;
import io.lockstep.launcher.cli.option.PluginOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.cli.screen.LiveView;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.LiveSession;
import io.lockstep.launcher.session.LiveSession.End;
import io.lockstep.launcher.session.LiveSession.Outcome;
import io.lockstep.launcher.session.Pace;
import io.lockstep.launcher.session.SessionMarket;
import io.lockstep.launcher.session.StopSignal;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.folder.Recordings;
import io.lockstep.launcher.session.replay.Replay;
import io.lockstep.launcher.session.result.LiveFigures;
import io.lockstep.launcher.session.wiring.Wiring;
import io.lockstep.launcher.venue.AccountPins;
import io.lockstep.launcher.venue.Connections;
import io.lockstep.launcher.venue.VenueGateways;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep run}: the long-running form. */
@Command(
        name = "run",
        description = {
            "Runs a configuration until its market data ends, SIGTERM or SIGINT comes, or `lockstep kill` is given.",
            "It connects to the venues the file has a section for; without any it plays feed.tapes to the simulated venue.",
            "A journal folder that holds an earlier run is taken in first and goes on: orders, positions, cash and trading states stay.",
            "Another build or configuration opens a new epoch; strategies then start new, warmed up with recorded market data."
        })
public final class RunCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Option(names = "--config", paramLabel = "FILE", required = true, description = "Configuration to run.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path config;

    @Option(names = "--journal", paramLabel = "DIR", description = "Journal folder; default var/run.")
    private @Nullable Path journal;

    @Option(names = "--new-epoch", description = "Open a new epoch also where nothing else asks for one.")
    private boolean newEpoch;

    @Option(
            names = "--validate-state",
            description = "Only replay what is recorded and say whether it holds; start nothing. Exit code 3 if not.")
    private boolean validateState;

    @Override
    public Integer call() throws IOException {
        StopSignal stop = new StopSignal();
        StrategyCatalog catalog = plugins.catalog();
        EffectiveConfig effective = new ConfigLoader(catalog).load(config);
        Path folder = journal == null ? Folders.home().resolve("var").resolve("run") : journal;
        JournalFolder target = new JournalFolder(folder);
        if (validateState) {
            return validate(target.require(), effective, catalog);
        }
        Outcome outcome = effective.config().venues().isConnected()
                ? connect(effective, catalog, target, stop)
                : play(effective, new Wiring(effective.config(), catalog), target, stop);
        report.print(report(outcome, folder));
        return outcome.end() == End.KILLED ? ExitCode.HALTED.code() : ExitCode.DONE.code();
    }

    private int validate(JournalFolder folder, EffectiveConfig effective, StrategyCatalog catalog) {
        List<Replay.Outcome> outcomes = new Replay(catalog).runAll(folder, sequence -> {});
        Replay.Outcome worst = ReplayCommand.worst(outcomes);
        report.print(ReplayCommand.report(folder, outcomes, worst)
                .add("startOpensEpoch", LiveSession.epochReason(folder, effective, catalog, newEpoch)));
        return worst.divergence() == null ? ExitCode.DONE.code() : ExitCode.DAMAGE_FOUND.code();
    }

    private Outcome connect(EffectiveConfig effective, StrategyCatalog catalog, JournalFolder folder, StopSignal stop) {
        try (Connections network = Connections.open(effective.config(), Folders.home(), new SystemEpochNanoClock())) {
            AccountPins.require(effective.config(), network.gateways()::admin);
            boolean shadow = effective.config().mode() == RunMode.SHADOW;
            VenueGateways gateways = shadow
                    ? network.gateways().marketData()
                    : network.gateways().trading();
            List<Instrument> instruments = gateways.loadInstruments();
            Wiring wiring = Wiring.over(folder, effective.config(), catalog, instruments);
            SessionMarket.Opener market = shadow
                    ? LiveSession.shadowing(gateways, network.clock())
                    : LiveSession.connected(gateways, instruments, network.clock());
            return watch(new LiveSession(effective, wiring, folder), wiring, market, stop);
        }
    }

    private Outcome play(EffectiveConfig effective, Wiring wiring, JournalFolder folder, StopSignal stop) {
        Pace pace = Pace.multipleOf(effective.config().feed().multiple());
        try (Recordings recordings = Recordings.open(tapes(effective))) {
            LiveSession session = new LiveSession(effective, wiring, folder);
            return watch(session, wiring, LiveSession.playing(recordings, pace), stop);
        }
    }

    private Outcome watch(LiveSession session, Wiring wiring, SessionMarket.Opener market, StopSignal stop) {
        if (newEpoch) {
            session.newEpoch();
        }
        LiveFigures figures = new LiveFigures(wiring.instruments().size());
        try (LiveView view = new LiveView(report.err(), figures, wiring.instruments(), session.latency(), 0, 0)) {
            view.start();
            return session.run(market, stop, List.of(figures));
        }
    }

    private List<Path> tapes(EffectiveConfig effective) {
        List<String> tapes = effective.config().feed().tapes();
        if (tapes.isEmpty()) {
            throw new IllegalArgumentException(
                    "no market data: neither feed.tapes nor a section of venues is in " + config);
        }
        return tapes.stream().map(Path::of).toList();
    }

    private static Report report(Outcome outcome, Path folder) {
        return outcome.result()
                .addTo(new Report())
                .add("recovered", outcome.recovered())
                .add("end", outcome.end().name().toLowerCase(Locale.ROOT))
                .add("journal", folder.toString());
    }
}
