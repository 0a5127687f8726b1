package io.lockstep.launcher.loopback.feed;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.loopback.LoopbackVenue;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.LiveSession;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.folder.Recordings;
import io.lockstep.launcher.session.wiring.Wiring;
import io.lockstep.launcher.tape.ImportProgress;
import io.lockstep.launcher.tape.TapeFile;
import io.lockstep.launcher.tape.inspect.TapeContents;
import io.lockstep.launcher.venue.ApiKeys;
import io.lockstep.launcher.venue.Connections;
import io.lockstep.launcher.venue.VenueGateways;
import io.lockstep.simulator.server.VenueServer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.SystemEpochNanoClock;

/**
 * Plays tapes of Binance at venues on loopback, receives them through the gateway on the ring of a session with a journal, as {@code run}
 * does, and says what became of every message.
 */
public final class FeedCheck {
    private final List<Path> tapes;
    private final double speed;
    private final Path journal;

    /**
     * Prepares a check.
     *
     * @param tapes instruments of Binance Spot and USDⓈ-M only
     * @param speed recorded seconds that pass in one, positive
     * @param journal folder for the session's journal, new or empty
     */
    public FeedCheck(List<Path> tapes, double speed, Path journal) {
        this.tapes = List.copyOf(tapes);
        this.speed = speed;
        this.journal = journal;
    }

    /**
     * Runs until the tapes have come through.
     *
     * @param stop ends it early
     * @param progress told how many messages the venues have sent, of how many
     * @throws IllegalArgumentException if a tape is none, or of another venue
     */
    public FeedResult run(BooleanSupplier stop, ImportProgress progress) {
        FeedComparison comparison = new FeedComparison();
        List<Instrument> recorded = new ArrayList<>();
        long messages = 0;
        for (Path tape : tapes) {
            TapeContents contents = TapeFile.inspect(tape, true);
            comparison.tape(contents);
            recorded.addAll(contents.instruments());
            messages += contents.counts().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
        FeedSetup setup = FeedSetup.of(recorded);
        try (Recordings recordings = Recordings.open(tapes);
                VenueServer server = new VenueServer(setup.settings(), InstantSource.system())) {
            server.tapes(recordings.sources(), speed).byHand().start(LoopbackVenue.anyPorts(setup.venues()));
            FeedWatcher watcher = new FeedWatcher();
            FeedPlay play = new FeedPlay(server, setup.venues(), watcher, progress, messages);
            Map<String, Long> counters = receive(setup.config(server), play, stop);
            setup.venues().forEach(venue -> comparison.sent(server.sent(venue.label())));
            return comparison.result(watcher.contents(), counters, play.seconds());
        }
    }

    private Map<String, Long> receive(String text, FeedPlay play, BooleanSupplier stop) {
        StrategyCatalog catalog = StrategyCatalog.of(List.of(new Onlooker()));
        EffectiveConfig config = new ConfigLoader(catalog).parse(text, "loopback");
        ApiKeys keys = new ApiKeys(Path.of(""), LoopbackVenue::variable);
        try (Connections network = Connections.open(config.config(), keys, new SystemEpochNanoClock())) {
            VenueGateways gateways = network.gateways().marketData();
            List<Instrument> instruments = gateways.loadInstruments();
            JournalFolder folder = new JournalFolder(journal);
            Wiring wiring = Wiring.over(folder, config.config(), catalog, instruments);
            play.watch(gateways);
            new LiveSession(config, wiring, folder)
                    .run(
                            LiveSession.connected(gateways, instruments, network.clock()),
                            () -> stop.getAsBoolean() || play.isOver(),
                            List.of(play.watcher()));
            return gateways.counters();
        }
    }
}
