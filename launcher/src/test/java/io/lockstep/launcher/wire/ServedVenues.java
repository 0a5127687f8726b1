package io.lockstep.launcher.wire;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.launcher.config.ConfigLoader;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.simulator.alpaca.AlpacaMarketSettings;
import io.lockstep.simulator.alpaca.AlpacaPaperSettings;
import io.lockstep.simulator.alpaca.AlpacaSimulatorSettings;
import io.lockstep.simulator.alpaca.AlpacaStreamSettings;
import io.lockstep.simulator.alpaca.trade.FillModel;
import io.lockstep.simulator.binance.BinanceSimulatorSettings;
import io.lockstep.simulator.scenario.FaultSettings;
import io.lockstep.simulator.scenario.ScenarioSettings;
import io.lockstep.simulator.server.VenuePorts;
import io.lockstep.simulator.server.VenueServer;
import io.lockstep.simulator.server.VenueServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.agrona.concurrent.EpochNanoClock;
import org.jspecify.annotations.Nullable;

/** Venues on free ports of loopback, and configurations that connect to them. */
final class ServedVenues implements AutoCloseable {
    private static final String LIMITS =
            "    - { symbol: %2$s, maxOrderQuantity: 1000, maxOrderNotional: 10000, maxLong: 1000, maxShort: 0 }\n";
    private static final String RISK = "  collarBps: 500\n  maxOpenOrders: 10\n  maxDataAgeMs: 5000\n";

    private final Set<WireVenue> venues;
    private final EpochNanoClock time;
    private final VenueServer server;
    private final Path folder;

    private ServedVenues(Set<WireVenue> venues, Path folder, EpochNanoClock time, VenueServer server) {
        this.venues = venues;
        this.folder = folder;
        this.time = time;
        this.server = server;
        server.start(new VenuePorts(port(WireVenue.SPOT), port(WireVenue.USDM), port(WireVenue.ALPACA)));
    }

    /**
     * Serves venues whose market moves.
     *
     * @param folder of the test, for the key
     */
    static ServedVenues moving(Path folder, Collection<WireVenue> venues, FaultSettings... faults) {
        MarketTime time = MarketTime.open();
        VenueServer server = new VenueServer(settings(50, FillModel.ANY_SIZE), time);
        server.scenario(new ScenarioSettings(List.of(faults)));
        return new ServedVenues(EnumSet.copyOf(venues), folder, time, server);
    }

    /** Serves a venue whose market moves once a second and has no more than it displays. */
    static ServedVenues calm(Path folder, WireVenue venue) {
        MarketTime time = MarketTime.open();
        VenueServer server = new VenueServer(settings(1_000, FillModel.DISPLAYED_SIZE), time);
        return new ServedVenues(EnumSet.of(venue), folder, time, server);
    }

    /**
     * Serves shares whose market is a tape, a minute in a second.
     *
     * @param venueTime the venue's, in which the tape is played
     * @param engineTime later than all of the tape: what is from the future would not be believed
     */
    static ServedVenues playing(Path folder, InstantSource venueTime, EpochNanoClock engineTime, RecordSource tape) {
        AlpacaMarketSettings market =
                new AlpacaMarketSettings(1, 1_000, venueTime.instant().toString(), 60);
        VenueServer server = new VenueServer(settings(market, 1_000, FillModel.ANY_SIZE), venueTime).alpacaTape(tape);
        return new ServedVenues(EnumSet.of(WireVenue.ALPACA), folder, engineTime, server);
    }

    /** Our time. */
    EpochNanoClock time() {
        return time;
    }

    /** How often each fault happened. */
    VenueServer server() {
        return server;
    }

    /** A configuration that runs one strategy of a type at each venue, on an account named as the venue. */
    EffectiveConfig config(StrategyCatalog catalog, String strategyType) {
        String text = "mode: paper\naccounts:\n"
                + each("  - { name: %1$s, venue: %1$s, credentials: { file: '" + keyFile() + "' } }\n")
                + "instruments:\n"
                + each("  - { symbol: %2$s, venue: %1$s, timeframes: [1s] }\n")
                + "strategies:\n"
                + each("  - { name: %1$s, type: " + strategyType + ", account: %1$s, instruments: ['%1$s:%2$s'] }\n")
                + "risk:\n  instruments:\n"
                + each(LIMITS)
                + RISK
                + "control: { latchFolder: '" + folder.resolve("latch") + "' }\n"
                + "venues:\n"
                + venues.stream()
                        .map(venue -> venue.section(server.port(venue.label())))
                        .collect(Collectors.joining());
        return new ConfigLoader(catalog).parse(text, "wire");
    }

    /** A configuration in which one strategy watches shares and no order leaves. */
    EffectiveConfig watching(StrategyCatalog catalog, String strategyType, List<String> symbols) {
        String text = "mode: paper\naccounts:\n"
                + "  - { name: watcher, venue: alpaca, credentials: { file: '" + keyFile() + "' } }\n"
                + "instruments:\n"
                + each(symbols, "  - { symbol: %s, venue: alpaca, timeframes: [1m] }\n")
                + "strategies:\n"
                + "  - { name: watcher, type: " + strategyType + ", account: watcher, instruments: " + symbols + " }\n"
                + "risk:\n  instruments:\n"
                + each(
                        symbols,
                        "    - { symbol: %s, maxOrderQuantity: 1, maxOrderNotional: 1, maxLong: 1, maxShort: 0 }\n")
                + RISK
                + "control: { latchFolder: '" + folder.resolve("latch") + "' }\n"
                + "venues:\n" + WireVenue.ALPACA.section(server.port(WireVenue.ALPACA.label()))
                + "    streams: { feed: sip }\n";
        return new ConfigLoader(catalog).parse(text, "wire");
    }

    @Override
    public void close() {
        server.close();
    }

    private String each(String line) {
        return venues.stream()
                .map(venue -> line.formatted(venue.label(), venue.symbol()))
                .collect(Collectors.joining());
    }

    private static String each(List<String> symbols, String line) {
        return symbols.stream().map(line::formatted).collect(Collectors.joining());
    }

    private @Nullable Integer port(WireVenue venue) {
        return venues.contains(venue) ? 0 : null;
    }

    private Path keyFile() {
        Path file = folder.resolve("key.yaml");
        try {
            Files.writeString(file, "id: test-key\nsecret: test-secret\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static VenueServerSettings settings(int stepMs, FillModel fills) {
        return settings(new AlpacaMarketSettings(1, stepMs, AlpacaMarketSettings.NOW, 1), stepMs, fills);
    }

    private static VenueServerSettings settings(AlpacaMarketSettings market, int stepMs, FillModel fills) {
        AlpacaSimulatorSettings alpaca = new AlpacaSimulatorSettings(
                "test-key",
                "test-secret",
                100_000 * FixedPoint.ONE,
                market,
                new AlpacaPaperSettings(fills, 0, 5, 1_000, 10, false),
                AlpacaStreamSettings.defaults());
        return new VenueServerSettings(1, stepMs, BinanceSimulatorSettings.defaults(), alpaca);
    }
}
