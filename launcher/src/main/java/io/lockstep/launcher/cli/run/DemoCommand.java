package io.lockstep.launcher.cli.run;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.telemetry.LatencyRecorder;
import io.lockstep.engine.telemetry.LatencyStage;
import io.lockstep.launcher.cli.journal.ReplayCommand;
import io.lockstep.launcher.cli.option.Folders;
import io.lockstep.launcher.cli.option.PluginOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.cli.screen.LiveView;
import io.lockstep.launcher.cli.screen.Progress;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.demo.DemoConfig;
import io.lockstep.launcher.demo.DemoTape;
import io.lockstep.launcher.demo.DemoVenues;
import io.lockstep.launcher.demo.ShowTime;
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
import io.lockstep.launcher.session.folder.TapeSpan;
import io.lockstep.launcher.session.replay.Replay;
import io.lockstep.launcher.session.result.LiveFigures;
import io.lockstep.launcher.session.wiring.Wiring;
import io.lockstep.launcher.venue.ApiKeys;
import io.lockstep.launcher.venue.Connections;
import io.lockstep.launcher.venue.VenueGateways;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep demo}: the whole engine on real trades, then the proof. */
@Command(
        name = "demo",
        description = {
            "Serves Binance Spot and Alpaca on loopback, real trades played on the one, and connects the whole engine to both: gateways,",
            "ring, handlers, risk gate, journal; fills come back on the user streams.",
            "Shows it live, sums it up, then replays its own journal and says whether every decision came out the same.",
            "No account, no network: the trades come with the build (Bitstamp BTC/USD, 2013-11-25 to 2013-12-01)."
        })
public final class DemoCommand implements Callable<Integer> {
    /** Live time has no known end. */
    private static final TapeSpan NO_SPAN = new TapeSpan(List.of(), 0, 0, 0);

    /** Four hundred trades a second: a machine of two cores serves, reads and decides at the same time. */
    private static final double FASTEST_ON_THE_WIRE = 2_000;

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "How long it shows the market, 1 to 3600; default ${DEFAULT-VALUE}.")
    private int seconds = 30;

    @Option(
            names = "--in-process",
            description = "Without a wire: fills come from the simulated venue in this process; two runs are equal.")
    private boolean inProcess;

    @Option(names = "--tape", paramLabel = "TAPE", description = "Play this tape in process.")
    private @Nullable Path tape;

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            description = "Where to journal; default a new folder under var/demo.")
    private @Nullable Path journal;

    @Override
    public Integer call() throws IOException {
        if (seconds < 1 || seconds > 3600) {
            throw new IllegalArgumentException("out of range: --seconds=" + seconds + ", allowed=1 to 3600");
        }
        StopSignal stop = new StopSignal();
        PrintWriter err = report.err();
        StrategyCatalog catalog = plugins.catalog();
        Path played = tape == null ? DemoTape.prepare(Folders.home().resolve("var/demo-tape"), err) : tape;
        TapeSpan span = TapeSpan.of(played);
        JournalFolder folder = new JournalFolder(journal == null ? Folders.ofRun("demo") : journal).requireNew();
        err.println("lockstep demo: " + span.records() + " recorded events, journal " + folder.path());
        err.println("lockstep demo: stop it from another terminal with  ./lockstep kill --journal " + folder.path());
        try (Recordings recordings = Recordings.open(List.of(played))) {
            return inProcess || tape != null
                    ? playInProcess(recordings, span, catalog, folder, stop)
                    : playOverTheWire(recordings, span, catalog, folder, stop);
        }
    }

    private int playInProcess(
            Recordings recordings, TapeSpan span, StrategyCatalog catalog, JournalFolder folder, StopSignal stop)
            throws IOException {
        EffectiveConfig config = new DemoConfig(Folders.home()).load(catalog, span, tape == null);
        Wiring wiring = new Wiring(config.config(), catalog);
        LiveSession session = new LiveSession(config, wiring, folder);
        SessionMarket.Opener market = LiveSession.playing(recordings, Pace.multipleOf(speed(span)));
        LiveFigures figures = new LiveFigures(wiring.instruments().size());
        Outcome outcome = watch(session, wiring, market, span, figures, stop);
        return prove(folder, catalog, outcome, session.latency());
    }

    private int playOverTheWire(
            Recordings recordings, TapeSpan span, StrategyCatalog catalog, JournalFolder folder, StopSignal stop)
            throws IOException {
        Path home = Folders.home();
        EpochNanoClock clock = new SystemEpochNanoClock();
        double speed = Math.min(speed(span), FASTEST_ON_THE_WIRE);
        try (DemoVenues venues = DemoVenues.start(home, recordings.sources(), speed)) {
            EffectiveConfig config = new DemoConfig(home).load(catalog, venues);
            try (Connections network =
                    Connections.open(config.config(), new ApiKeys(home, DemoVenues::variable), clock)) {
                VenueGateways gateways = network.gateways().trading();
                List<Instrument> instruments = gateways.loadInstruments();
                Wiring wiring = new Wiring(config.config(), catalog, instruments);
                LiveSession session = new LiveSession(config, wiring, folder);
                LiveFigures figures = new LiveFigures(instruments.size());
                ShowTime time = new ShowTime(seconds, () -> hasPrices(figures, instruments), System::nanoTime);
                SessionMarket.Opener market = LiveSession.connected(gateways, instruments, clock);
                BooleanSupplier over = () -> stop.getAsBoolean() || time.getAsBoolean();
                Outcome outcome = watch(session, wiring, market, NO_SPAN, figures, over);
                return prove(folder, catalog, outcome, session.latency());
            }
        }
    }

    private double speed(TapeSpan span) {
        return Math.max(1, span.lengthNs() / (seconds * 1e9));
    }

    private static boolean hasPrices(LiveFigures figures, List<Instrument> instruments) {
        return instruments.stream().allMatch(instrument -> figures.lastPrice(instrument.id()) != 0);
    }

    private Outcome watch(
            LiveSession session,
            Wiring wiring,
            SessionMarket.Opener market,
            TapeSpan span,
            LiveFigures figures,
            BooleanSupplier stop) {
        try (LiveView view = new LiveView(
                report.err(), figures, wiring.instruments(), session.latency(), span.firstNs(), span.lastNs())) {
            view.start();
            return session.run(market, stop, List.of(figures));
        }
    }

    private int prove(JournalFolder folder, StrategyCatalog catalog, Outcome outcome, LatencyRecorder latency) {
        Progress progress = new Progress(report.err(), "events replayed");
        Replay.Outcome proof = new Replay(catalog).run(folder, progress);
        progress.done();
        Report shown = outcome.result().addTo(new Report()).addTable("latency", latencyRows(latency));
        shown.add("end", outcome.end().name().toLowerCase(Locale.ROOT))
                .add("journal", folder.path().toString());
        report.print(ReplayCommand.addProof(shown, proof));
        if (proof.divergence() != null) {
            return ExitCode.DAMAGE_FOUND.code();
        }
        return outcome.end() == End.KILLED ? ExitCode.HALTED.code() : ExitCode.DONE.code();
    }

    private static List<Map<String, Object>> latencyRows(LatencyRecorder latency) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (LatencyStage stage : LatencyStage.values()) {
            Histogram histogram = latency.total(stage);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("stage", stage.label());
            row.put("samples", histogram.getTotalCount());
            row.put("p50Ns", histogram.getValueAtPercentile(50));
            row.put("p99Ns", histogram.getValueAtPercentile(99));
            row.put("p999Ns", histogram.getValueAtPercentile(99.9));
            row.put("maxNs", histogram.getMaxValue());
            rows.add(row);
        }
        return rows;
    }
}
