package io.lockstep.launcher.cli;

import io.lockstep.engine.telemetry.LatencyRecorder;
import io.lockstep.engine.telemetry.LatencyStage;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.demo.DemoConfig;
import io.lockstep.launcher.demo.DemoTape;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.JournalFolder;
import io.lockstep.launcher.session.LiveFigures;
import io.lockstep.launcher.session.LiveSession;
import io.lockstep.launcher.session.LiveSession.End;
import io.lockstep.launcher.session.LiveSession.Outcome;
import io.lockstep.launcher.session.Pace;
import io.lockstep.launcher.session.Recordings;
import io.lockstep.launcher.session.Replay;
import io.lockstep.launcher.session.StopSignal;
import io.lockstep.launcher.session.TapeSpan;
import io.lockstep.launcher.session.Wiring;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep demo}: the whole engine on real trades, then the proof. */
@Command(
        name = "demo",
        description = {
            "Runs two strategies over real trades on the whole engine: ring, handlers, risk gate, simulated venue, journal.",
            "Shows it live, sums it up, then replays its own journal and says whether every decision came out the same.",
            "No account, no network: the trades come with the build (Bitstamp BTC/USD, 2013-11-25 to 2013-12-01)."
        })
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "How long the recording is stretched to, 1 to 3600; default ${DEFAULT-VALUE}.")
    private int seconds = 20;

    @Option(names = "--tape", paramLabel = "TAPE", description = "Play this tape instead of the trades that ship.")
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
        EffectiveConfig config = new DemoConfig(Folders.home()).load(catalog, span, tape == null);
        JournalFolder folder = new JournalFolder(journal == null ? Folders.ofRun("demo") : journal).requireNew();
        err.println("lockstep demo: " + span.records() + " recorded events, journal " + folder.path());
        err.println("lockstep demo: stop it from another terminal with  ./lockstep kill --journal " + folder.path());
        LiveSession session = new LiveSession(config, new Wiring(config.config(), catalog), folder);
        Outcome outcome = play(session, config, catalog, span, played, stop);
        return prove(folder, catalog, outcome, session.latency());
    }

    private Outcome play(
            LiveSession session,
            EffectiveConfig config,
            StrategyCatalog catalog,
            TapeSpan span,
            Path played,
            StopSignal stop) {
        Wiring wiring = new Wiring(config.config(), catalog);
        LiveFigures figures = new LiveFigures(wiring.instruments().size());
        double multiple = Math.max(1, span.lengthNs() / (seconds * 1e9));
        try (Recordings recordings = Recordings.open(List.of(played));
                LiveView view = new LiveView(
                        report.err(),
                        figures,
                        wiring.instruments(),
                        session.latency(),
                        span.firstNs(),
                        span.lastNs())) {
            view.start();
            return session.run(LiveSession.playing(recordings, Pace.multipleOf(multiple)), stop, List.of(figures));
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
