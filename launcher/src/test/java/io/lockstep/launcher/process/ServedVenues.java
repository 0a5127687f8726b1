package io.lockstep.launcher.process;

import io.lockstep.simulator.binance.BinanceSimulatorSettings;
import io.lockstep.simulator.server.VenuePorts;
import io.lockstep.simulator.server.VenueServer;
import io.lockstep.simulator.server.VenueServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Both venues on free ports of loopback, on this machine's clock, and the configuration of a program that orders at them all the time. */
final class ServedVenues implements AutoCloseable {
    private static final int STEP_MS = 20;
    private static final int MANY = 1_000_000;

    private static final String RISK = """
            risk:
              instruments:
            %s  collarBps: 500
              maxOpenOrders: 40
              maxDataAgeMs: 5000
              maxNewPerSecond: 10000
              maxNewPerMinute: 100000
              orders: { dupWindowMs: 0, maxReentriesPerHour: 0, maxMessagesPerMinute: 100000, collarWindowBps: 0, maxSpreadBps: 0 }
              triggers: { maxUnknownPerMinute: 1000, maxRejectsPerMinute: 1000, volPauseBps: 0 }
            engine: { timerIntervalMs: 20 }
            """;

    private final Path folder;
    private final VenueServer server = new VenueServer(settings(), InstantSource.system());

    private ServedVenues(Path folder) {
        this.folder = folder;
        server.start(new VenuePorts(0, 0, null));
    }

    /**
     * Starts to serve.
     *
     * @param folder where key file and configurations go
     */
    static ServedVenues start(Path folder) {
        return new ServedVenues(folder);
    }

    /**
     * A configuration file that runs one strategy at each venue.
     *
     * @param name of the file, and of the folder of its latches
     */
    Path config(String name) throws IOException {
        String key = key();
        String text = "mode: paper\naccounts:\n"
                + each("  - { name: %1$s, venue: %1$s, credentials: { file: '" + key + "' } }\n")
                + "instruments:\n"
                + each("  - { symbol: %2$s, venue: %1$s, timeframes: [1s] }\n")
                + "strategies:\n"
                + each("  - { name: %1$s, type: churn, account: %1$s, instruments: ['%1$s:%2$s'] }\n")
                + RISK.formatted(each("    - { symbol: %2$s, maxOrderQuantity: 1000, maxOrderNotional: 20000,"
                        + " maxLong: 1000, maxShort: 0 }\n"))
                + "control: { latchFolder: '" + folder.resolve(name + "-latches") + "' }\n"
                + "venues:\n"
                + Arrays.stream(ServedVenue.values())
                        .map(venue -> venue.section(server.port(venue.label())))
                        .collect(Collectors.joining());
        return Files.writeString(folder.resolve(name + ".yaml"), text);
    }

    /** The books of every venue. */
    List<VenueLedger> ledgers() {
        return Arrays.stream(ServedVenue.values())
                .map(venue -> new VenueLedger(venue, server.port(venue.label())))
                .toList();
    }

    /** Orders open at all venues. */
    int openOrders() {
        return ledgers().stream().mapToInt(VenueLedger::openOrders).sum();
    }

    @Override
    public void close() {
        server.close();
    }

    private static String each(String line) {
        return Arrays.stream(ServedVenue.values())
                .map(venue -> line.formatted(venue.label(), venue.symbol()))
                .collect(Collectors.joining());
    }

    private String key() throws IOException {
        Path file = Files.writeString(folder.resolve("key.yaml"), "{ id: test-key, secret: test-secret }");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file.toAbsolutePath().toString();
    }

    /** Venues without limits on requests: what is tested here is not who is faster at those. */
    private static VenueServerSettings settings() {
        BinanceSimulatorSettings defaults = BinanceSimulatorSettings.defaults();
        return VenueServerSettings.of(new BinanceSimulatorSettings(
                        List.of(),
                        List.of(),
                        List.of(),
                        defaults.leverage(),
                        MANY,
                        MANY,
                        MANY,
                        MANY,
                        defaults.spotPing(),
                        defaults.spotPong(),
                        defaults.usdmPing(),
                        defaults.usdmPong(),
                        defaults.connectionLife(),
                        false))
                .stepping(STEP_MS);
    }
}
