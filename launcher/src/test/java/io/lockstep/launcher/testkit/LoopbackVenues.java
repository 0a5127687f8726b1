package io.lockstep.launcher.testkit;

import io.lockstep.simulator.server.VenuePorts;
import io.lockstep.simulator.server.VenueServer;
import io.lockstep.simulator.server.VenueServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;

/** All simulated venues on free ports of loopback, and {@code config/both.yaml} as it must be to reach them. */
public final class LoopbackVenues implements AutoCloseable {
    private static final int STEP_MS = 10;

    private final VenueServer server =
            new VenueServer(VenueServerSettings.defaults().stepping(STEP_MS), InstantSource.system());
    private final Path folder;

    private LoopbackVenues(Path folder) {
        this.folder = folder;
        server.start(new VenuePorts(0, 0, 0));
    }

    /**
     * Starts to serve.
     *
     * @param folder where key file and configuration go
     */
    public static LoopbackVenues start(Path folder) {
        return new LoopbackVenues(folder);
    }

    /** The text of {@code config/both.yaml} with the ports in use and a key file. */
    public String config() throws IOException {
        return Files.readString(ChildProgram.repository().resolve("config").resolve("both.yaml"))
                .replace(":9001", ":" + server.port("binance-spot"))
                .replace(":9002", ":" + server.port("binance-usdm"))
                .replace(":9003", ":" + server.port("alpaca"))
                .replaceAll("credentials: \\{.*}", "credentials: { file: '" + key("test-secret") + "' }");
    }

    /** A configuration's text as a file. */
    public Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("config.yaml"), text);
    }

    /** A key file that only its owner may read. */
    public Path key(String secret) throws IOException {
        Path file = Files.writeString(folder.resolve("key.yaml"), "{ id: test-key, secret: " + secret + " }");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file.toAbsolutePath();
    }

    @Override
    public void close() {
        server.close();
    }
}
