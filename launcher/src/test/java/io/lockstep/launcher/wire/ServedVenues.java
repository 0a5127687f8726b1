package io.lockstep.launcher.wire;

import io.lockstep.engine.instrument.FixedPoint;
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
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Venues on free ports of loopback, and configurations that connect to them. */
final class ServedVenues implements AutoCloseable {
    private static final String LIMITS =
            "    - { symbol: %2$s, maxOrderQuantity: 1000, maxOrderNotional: 10000, maxLong: 1000, maxShort: 0 }\n";
    private static final String RISK = "  collarBps: 500\n  maxOpenOrders: 10\n  maxDataAgeMs: 5000\n";

    private final Set<WireVenue> venues;
    private final MarketTime time = new MarketTime();
    private final VenueServer server;
    private final Path folder;

    private ServedVenues(Set<WireVenue> venues, Path folder, VenueServerSettings settings, List<FaultSettings> faults) {
        this.venues = venues;
        this.folder = folder;
        server = new VenueServer(settings, time).scenario(new ScenarioSettings(faults));
        server.start(new VenuePorts(port(WireVenue.SPOT), port(WireVenue.USDM), port(WireVenue.ALPACA)));
    }

    /**
     * Serves venues whose market moves.
     *
     * @param folder of the test, for the key
     */
    static ServedVenues moving(Path folder, Collection<WireVenue> venues, FaultSettings... faults) {
        return new ServedVenues(EnumSet.copyOf(venues), folder, settings(50, FillModel.ANY_SIZE), List.of(faults));
    }

    /** Serves a venue whose market moves once a second and has no more than it displays. */
    static ServedVenues calm(Path folder, WireVenue venue) {
        return new ServedVenues(EnumSet.of(venue), folder, settings(1_000, FillModel.DISPLAYED_SIZE), List.of());
    }

    /** The venues' time and ours. */
    MarketTime time() {
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

    @Override
    public void close() {
        server.close();
    }

    private String each(String line) {
        return venues.stream()
                .map(venue -> line.formatted(venue.label(), venue.symbol()))
                .collect(Collectors.joining());
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
        AlpacaSimulatorSettings alpaca = new AlpacaSimulatorSettings(
                "test-key",
                "test-secret",
                100_000 * FixedPoint.ONE,
                new AlpacaMarketSettings(1, stepMs, AlpacaMarketSettings.NOW, 1),
                new AlpacaPaperSettings(fills, 0, 5, 1_000, 10, false),
                AlpacaStreamSettings.defaults());
        return new VenueServerSettings(1, stepMs, BinanceSimulatorSettings.defaults(), alpaca);
    }
}
