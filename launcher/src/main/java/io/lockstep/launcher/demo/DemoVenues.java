package io.lockstep.launcher.demo;

import io.lockstep.engine.port.RecordSource;
import io.lockstep.launcher.config.binding.SettingsFile;
import io.lockstep.simulator.server.VenuePorts;
import io.lockstep.simulator.server.VenueServer;
import io.lockstep.simulator.server.VenueServerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The venues of the demo on loopback: one plays the trades that come with the build, fast; the other makes its market up. */
public final class DemoVenues implements AutoCloseable {
    private static final String FILE = "config/demo-venue.yaml";
    private static final Map<String, String> KEY =
            Map.of("LOCKSTEP_DEMO_KEY", "test-key", "LOCKSTEP_DEMO_SECRET", "test-secret");

    private final VenueServer server;

    private DemoVenues(VenueServer server) {
        this.server = server;
    }

    /**
     * Starts them on free ports; they are listening when this returns.
     *
     * @param home folder of the program
     * @param recordings what is played; the caller closes them afterwards
     * @param speed recorded seconds that pass in one
     * @throws IOException if the settings cannot be read
     */
    public static DemoVenues start(Path home, List<RecordSource> recordings, double speed) throws IOException {
        VenueServerSettings settings = SettingsFile.load(home.resolve(FILE), VenueServerSettings.class);
        VenueServer server = new VenueServer(settings, InstantSource.system()).tapes(recordings, speed);
        return new DemoVenues(server.start(new VenuePorts(0, null, 0)));
    }

    /** A configuration's text with the ports in use in the place of those it names. */
    String withPorts(String text) {
        return text.replace("127.0.0.1:9001", "127.0.0.1:" + server.port("binance-spot"))
                .replace("127.0.0.1:9003", "127.0.0.1:" + server.port("alpaca"));
    }

    /** Value of a variable that the demo's accounts find their key in; null for any other. */
    public static String variable(String name) {
        return KEY.getOrDefault(name, "");
    }

    @Override
    public void close() {
        server.close();
    }
}
