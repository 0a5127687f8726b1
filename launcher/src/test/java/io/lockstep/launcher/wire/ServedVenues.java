package io.lockstep.launcher.wire;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.simulator.alpaca.AlpacaMarketSettings;
import io.lockstep.simulator.alpaca.AlpacaPaperSettings;
import io.lockstep.simulator.alpaca.AlpacaSimulatorSettings;
import io.lockstep.simulator.alpaca.AlpacaStreamSettings;
import io.lockstep.simulator.alpaca.desk.FillModel;
import io.lockstep.simulator.binance.BinanceAccount;
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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.agrona.concurrent.EpochNanoClock;
import org.jspecify.annotations.Nullable;

/** Venues on free ports of loopback, and configurations that connect to them. */
final class ServedVenues implements AutoCloseable {
    private static final String LIMITS =
            "    - { symbol: %2$s, maxOrderQuantity: 1000, maxOrderNotional: 10000, maxLong: 1000, maxShort: 0 }\n";
    private static final String SECOND_KEY = "second-key";
    private static final String SECOND_SYMBOL = "BNBUSDT";
    private static final String ACCOUNT_RISK =
            "  account: { maxGross: 30000, maxNet: 30000 }\n  total: { maxGross: 50000, maxNet: 50000 }\n";
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
        VenueServer server =
                new VenueServer(settings(market, 1_000, paper(FillModel.ANY_SIZE)), venueTime).alpacaTape(tape);
        return new ServedVenues(EnumSet.of(WireVenue.ALPACA), folder, engineTime, server);
    }

    /**
     * Serves shares on a clock that leaps, with a market that moves once a second.
     *
     * @param time the venue's and ours
     * @param paper the account's habits
     */
    static ServedVenues closing(Path folder, LeapTime time, AlpacaPaperSettings paper, FaultSettings... faults) {
        AlpacaMarketSettings market = new AlpacaMarketSettings(1, 1_000, AlpacaMarketSettings.NOW, 1);
        VenueServer server = new VenueServer(settings(market, 1_000, paper), time);
        server.scenario(new ScenarioSettings(List.of(faults)));
        return new ServedVenues(EnumSet.of(WireVenue.ALPACA), folder, time, server);
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
        return config(catalog, strategyType, "");
    }

    /** The same, with shares sold before the close. */
    EffectiveConfig flattening(StrategyCatalog catalog, String strategyType) {
        return config(catalog, strategyType, "  endOfDay: { flatten: true }\n");
    }

    /** The same with a second account at Spot, which trades something else there, and limits for each account and for all together. */
    EffectiveConfig configWithSecondAccount(StrategyCatalog catalog, String strategyType) {
        String text = text(strategyType, ACCOUNT_RISK)
                .replace(
                        "instruments:\n  - { symbol",
                        "  - { name: second, venue: binance-spot, credentials: { file: '" + keyFile(SECOND_KEY)
                                + "' } }\ninstruments:\n  - { symbol: " + SECOND_SYMBOL
                                + ", venue: binance-spot, timeframes: [1s] }\n  - { symbol")
                .replace(
                        "strategies:\n",
                        "strategies:\n  - { name: second, type: " + strategyType
                                + ", account: second, instruments: ['binance-spot:" + SECOND_SYMBOL + "'] }\n")
                .replace("risk:\n  instruments:\n", "risk:\n  instruments:\n" + LIMITS.formatted("", SECOND_SYMBOL));
        return new ConfigLoader(catalog).parse(text, "wire");
    }

    private EffectiveConfig config(StrategyCatalog catalog, String strategyType, String moreRisk) {
        return new ConfigLoader(catalog).parse(text(strategyType, moreRisk), "wire");
    }

    private String text(String strategyType, String moreRisk) {
        return "mode: paper\naccounts:\n"
                + each("  - { name: %1$s, venue: %1$s, credentials: { file: '" + keyFile() + "' } }\n")
                + "instruments:\n"
                + each("  - { symbol: %2$s, venue: %1$s, timeframes: [1s] }\n")
                + "strategies:\n"
                + each("  - { name: %1$s, type: " + strategyType + ", account: %1$s, instruments: ['%1$s:%2$s'] }\n")
                + "risk:\n  instruments:\n"
                + each(LIMITS)
                + RISK
                + moreRisk
                + "control: { latchFolder: '" + folder.resolve("latch") + "' }\n"
                + "venues:\n"
                + venues.stream()
                        .map(venue -> venue.section(server.port(venue.label())))
                        .collect(Collectors.joining());
    }

    /** A configuration in which one strategy watches shares and no order leaves. */
    EffectiveConfig watching(StrategyCatalog catalog, String strategyType, List<String> symbols) {
        // room for all that is played, however slow the machine
        String text = "mode: paper\nengine: { ringSize: 32768 }\naccounts:\n"
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
        return keyFile("test-key");
    }

    private Path keyFile(String key) {
        Path file = folder.resolve(key + ".yaml");
        try {
            Files.writeString(file, "id: " + key + "\nsecret: test-secret\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static VenueServerSettings settings(int stepMs, FillModel fills) {
        AlpacaMarketSettings market = new AlpacaMarketSettings(1, stepMs, AlpacaMarketSettings.NOW, 1);
        return settings(market, stepMs, paper(fills));
    }

    private static AlpacaPaperSettings paper(FillModel fills) {
        return new AlpacaPaperSettings(fills, 0, 5, 1_000, 10, false, true);
    }

    private static BinanceSimulatorSettings twoAccounts() {
        BinanceSimulatorSettings plain = BinanceSimulatorSettings.defaults();
        BinanceAccount first = BinanceAccount.standard();
        BinanceAccount second = new BinanceAccount(
                SECOND_KEY, "test-secret", null, true, Map.of("USDT", 50_000 * FixedPoint.ONE), Map.of());
        return new BinanceSimulatorSettings(
                List.of(first, second),
                plain.spot(),
                plain.usdm(),
                plain.leverage(),
                plain.spotWeightPerMinute(),
                plain.spotOrdersPerTenSeconds(),
                plain.usdmWeightPerMinute(),
                plain.usdmOrdersPerTenSeconds(),
                plain.spotPing(),
                plain.spotPong(),
                plain.usdmPing(),
                plain.usdmPong(),
                plain.connectionLife(),
                plain.legacy2024());
    }

    private static VenueServerSettings settings(AlpacaMarketSettings market, int stepMs, AlpacaPaperSettings paper) {
        AlpacaSimulatorSettings alpaca = new AlpacaSimulatorSettings(
                "test-key", "test-secret", 100_000 * FixedPoint.ONE, market, paper, AlpacaStreamSettings.defaults());
        return new VenueServerSettings(1, stepMs, twoAccounts(), alpaca);
    }
}
