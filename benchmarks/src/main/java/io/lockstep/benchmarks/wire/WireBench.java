package io.lockstep.benchmarks.wire;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.telemetry.LatencyRecorder;
import io.lockstep.engine.telemetry.LatencyStage;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.loopback.LoopbackVenue;
import io.lockstep.launcher.loopback.TemporaryFolder;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.LiveSession;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.wiring.Wiring;
import io.lockstep.launcher.venue.ApiKeys;
import io.lockstep.launcher.venue.Connections;
import io.lockstep.launcher.venue.VenueGateways;
import io.lockstep.simulator.binance.BinanceSimulatorSettings;
import io.lockstep.simulator.server.VenueServer;
import io.lockstep.simulator.server.VenueServerSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.agrona.concurrent.SystemEpochNanoClock;

/** Measures wire to wire, beside a raw echo in the same run, and prints one table. */
public final class WireBench {
    private static final int STEP_MS = 10;
    private static final long WARM_UP_NS = TimeUnit.SECONDS.toNanos(5);
    private static final long LAST_ANSWERS_NS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final String CONFIG = """
            mode: paper
            engine: { latencySampleEvery: 1 }
            accounts:
            ACCOUNT
            instruments:
              - { symbol: ETHUSDT, venue: binance-spot, timeframes: [1s] }
            strategies:
              - { name: answerer, type: quote-answerer, account: binance-spot, instruments: ['binance-spot:ETHUSDT'] }
            risk:
              instruments:
                - { symbol: ETHUSDT, maxOrderQuantity: 1, maxOrderNotional: 1000, maxLong: 10, maxShort: 0 }
              collarBps: 5000
              maxOpenOrders: 1000
              maxNewPerSecond: 1000
              maxNewPerMinute: 100000
              orders: { maxMessagesPerMinute: 100000, maxReentriesPerHour: 0, dupWindowMs: 0 }
              triggers: { apiErrors: 0, maxUnknownPerMinute: 1000, maxRejectsPerMinute: 0 }
            control: { latchFolder: 'LATCHES' }
            venues:
            """;

    private final int seconds;
    private final WireTimes times = new WireTimes();
    private final QuoteAnswerer strategy = new QuoteAnswerer();
    private final Map<String, Long> gateway = new TreeMap<>();
    private long begunNs;

    /** @param seconds how long each of the two is measured, after its warm-up */
    public WireBench(int seconds) {
        this.seconds = seconds;
    }

    /** Runs both and prints. */
    public void run(PrintStream out) throws IOException, InterruptedException {
        WireTimes echo = RawEcho.run(seconds, STEP_MS);
        try (TemporaryFolder folder = TemporaryFolder.make();
                VenueServer server = new VenueServer(settings(), InstantSource.system())) {
            server.start(LoopbackVenue.anyPorts(Set.of(LoopbackVenue.SPOT)));
            try (WireTap tap = new WireTap(server.port(LoopbackVenue.SPOT.label()), times)) {
                LatencyRecorder latency = trade(folder.path(), tap.port());
                print(out, echo, latency);
            }
        }
    }

    private LatencyRecorder trade(Path folder, int port) {
        StrategyCatalog catalog = StrategyCatalog.of(List.of(strategy));
        EffectiveConfig config = new ConfigLoader(catalog).parse(config(folder, port), "wire bench");
        ApiKeys keys = new ApiKeys(Path.of(""), LoopbackVenue::variable);
        try (Connections network = Connections.open(config.config(), keys, new SystemEpochNanoClock())) {
            VenueGateways gateways = network.gateways().trading();
            List<Instrument> instruments = gateways.loadInstruments();
            JournalFolder journal = new JournalFolder(folder.resolve("journal"));
            LiveSession session =
                    new LiveSession(config, Wiring.over(journal, config.config(), catalog, instruments), journal);
            session.run(LiveSession.connected(gateways, instruments, network.clock()), this::isOver, List.of());
            gateways.counters().forEach((name, count) -> {
                if (count > 0 && (name.contains(".account.") || name.contains("conflated"))) {
                    gateway.put(name.substring(name.lastIndexOf('.') + 1), count);
                }
            });
            return session.latency();
        }
    }

    /** Warms up from the first order the venue answers, pauses until all are answered, measures, and waits for the last answers. */
    private boolean isOver() {
        if (begunNs == 0) {
            begunNs = strategy.isTrading() ? System.nanoTime() : 0;
            return false;
        }
        long passed = System.nanoTime() - begunNs;
        long from = WARM_UP_NS + LAST_ANSWERS_NS;
        long to = from + TimeUnit.SECONDS.toNanos(seconds);
        if (passed > to) {
            times.end();
        } else if (passed > from) {
            strategy.answer(true);
            times.begin();
        } else {
            strategy.answer(passed < WARM_UP_NS);
        }
        return passed > to + LAST_ANSWERS_NS;
    }

    private static VenueServerSettings settings() {
        return VenueServerSettings.of(BinanceSimulatorSettings.defaults().withSpotLimits(1_000_000, 1_000_000))
                .stepping(STEP_MS);
    }

    private static String config(Path folder, int port) {
        LoopbackVenue spot = LoopbackVenue.SPOT;
        String streams = "streams: { trades: none, book: none, markPrice: false }";
        return CONFIG.replace("ACCOUNT\n", spot.account())
                        .replace("LATCHES", folder.resolve("latch").toString())
                + spot.section(port, "    marketData: { " + spot.marketDataAddresses(port) + ", " + streams + " }\n");
    }

    private void print(PrintStream out, WireTimes echo, LatencyRecorder latency) {
        out.printf("%-28s %10s %10s %10s %10s %10s%n", "microseconds", "samples", "p50", "p99", "p99.9", "max");
        row(out, "wire to wire", times.histogram());
        row(out, "raw echo", echo.histogram());
        row(out, "engine: tick to trade", latency.total(LatencyStage.TICK_TO_TRADE));
        row(out, "  of it the journal", latency.total(LatencyStage.JOURNAL));
        out.printf("unpaired %d, denied %s%n", times.unpaired(), strategy.denied());
        out.println("gateway " + gateway);
    }

    private static void row(PrintStream out, String name, Histogram histogram) {
        out.printf(
                Locale.ROOT,
                "%-28s %10d %10.1f %10.1f %10.1f %10.1f%n",
                name,
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50) / 1e3,
                histogram.getValueAtPercentile(99) / 1e3,
                histogram.getValueAtPercentile(99.9) / 1e3,
                histogram.getMaxValue() / 1e3);
    }
}
