package io.lockstep.launcher.scenarios;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.VenueException;
import io.lockstep.launcher.config.ConfigLoader;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.loopback.LoopbackVenue;
import io.lockstep.launcher.loopback.TemporaryFolder;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.LiveSession;
import io.lockstep.launcher.session.replay.Replay;
import io.lockstep.launcher.session.wiring.Wiring;
import io.lockstep.launcher.venue.ApiKeys;
import io.lockstep.launcher.venue.Connections;
import io.lockstep.launcher.venue.VenueGateways;
import io.lockstep.simulator.server.VenueServer;
import io.lockstep.simulator.server.VenueServerSettings;
import io.lockstep.simulator.venue.VenueLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.SystemEpochNanoClock;

/** Runs one scenario from the start of the venue to the judgement. */
final class ScenarioRun {
    private static final int STEP_MS = 20;
    private static final int REPLAY_EVERY = 10;
    private static final long QUIET_NS = TimeUnit.MILLISECONDS.toNanos(700);
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(20);
    private static final long START_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long AGAIN_NS = TimeUnit.MILLISECONDS.toNanos(100);

    private final LoopbackVenue venue;
    private final long seed;
    private final ScenarioDice dice;
    private final ScenarioTrader trader;
    private final StrategyCatalog catalog;
    private final Evidence evidence = new Evidence(ScenarioSetup.MAX_DATA_AGE_MS);
    private final long begunNs = System.nanoTime();
    private long startedNs;
    private long faultsBegunNs;

    ScenarioRun(LoopbackVenue venue, long seed) {
        this.venue = venue;
        this.seed = seed;
        dice = new ScenarioDice(venue, seed);
        trader = new ScenarioTrader(dice.steps());
        catalog = StrategyCatalog.of(List.of(trader));
    }

    /** Runs it on the calling thread. */
    ScenarioResult run() throws IOException {
        VenueServerSettings settings = ScenarioSetup.venues().stepping(STEP_MS);
        try (TemporaryFolder folder = TemporaryFolder.make();
                VenueServer server = new VenueServer(settings, InstantSource.system())
                        .scenario(dice.faults())
                        .faultsByHand()) {
            server.start(LoopbackVenue.anyPorts(Set.of(venue)));
            VenueLedger before = server.ledger(venue.label());
            JournalFolder journal = new JournalFolder(folder.path().resolve("journal"));
            List<Violation> violations = new ArrayList<>(session(server, folder, journal));
            VenueLedger after = server.ledger(venue.label());
            violations.addAll(new Judge(venue, evidence, before, after).judge(trader.position(), ScenarioSetup.LIMITS));
            return new ScenarioResult(
                    seed,
                    trader.taken(),
                    after.orders().size(),
                    evidence.executionCount(),
                    server.faults(),
                    evidence.state(),
                    violations,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begunNs));
        }
    }

    /** What goes wrong with the session as a whole. */
    private List<Violation> session(VenueServer server, TemporaryFolder folder, JournalFolder journal) {
        try {
            LiveSession.Outcome outcome = trade(server, folder, journal);
            if (outcome.end() != LiveSession.End.STOPPED) {
                return List.of(new Violation("I15", "the session ended by itself: end=" + outcome.end()));
            }
            return seed % REPLAY_EVERY == 0 ? replay(journal) : List.of();
        } catch (IllegalStateException | VenueException e) {
            return List.of(new Violation("I15", "the session failed: " + e));
        }
    }

    private LiveSession.Outcome trade(VenueServer server, TemporaryFolder folder, JournalFolder journal) {
        boolean strict = seed % 2 == 0;
        ScenarioSetup setup = new ScenarioSetup(
                venue,
                server.port(venue.label()),
                folder.path().resolve("latch").toString(),
                strict);
        EffectiveConfig config = new ConfigLoader(catalog).parse(setup.config(), "scenario");
        ApiKeys keys = new ApiKeys(Path.of(""), LoopbackVenue::variable);
        try (Connections network = Connections.open(config.config(), keys, new SystemEpochNanoClock())) {
            VenueGateways gateways = network.gateways().trading();
            List<Instrument> instruments = instruments(gateways);
            startedNs = System.nanoTime();
            Wiring wiring = Wiring.over(journal, config.config(), catalog, instruments);
            return new LiveSession(config, wiring, journal)
                    .run(
                            LiveSession.connected(gateways, instruments, network.clock()),
                            () -> isOver(server),
                            List.of(evidence));
        }
    }

    /** A venue that is away while a program starts is asked again, as whoever starts it would. */
    private List<Instrument> instruments(VenueGateways gateways) {
        while (true) {
            try {
                return gateways.loadInstruments();
            } catch (VenueException e) {
                if (System.nanoTime() - begunNs > START_NS) {
                    gateways.close();
                    throw e;
                }
                LockSupport.parkNanos(AGAIN_NS);
            }
        }
    }

    /** Lets the faults begin once the session trades; it is over when they are, the trader is through, and nothing more is said. */
    private boolean isOver(VenueServer server) {
        long now = System.nanoTime();
        if (faultsBegunNs == 0 && evidence.canTrade()) {
            faultsBegunNs = now;
            server.beginFaults();
        }
        boolean healed =
                faultsBegunNs != 0 && now - faultsBegunNs > TimeUnit.MILLISECONDS.toNanos(ScenarioDice.HEALED_MS);
        boolean settled = healed && trader.isDone() && evidence.isQuietFor(QUIET_NS);
        return settled || now - startedNs > PATIENCE_NS;
    }

    private List<Violation> replay(JournalFolder journal) {
        ScenarioTrader again = new ScenarioTrader(new ScenarioDice(venue, seed).steps());
        String word = new Replay(StrategyCatalog.of(List.of(again)))
                .run(journal, sequence -> {})
                .word();
        return word.equals("MATCH") ? List.of() : List.of(new Violation("I1", "the journal does not replay: " + word));
    }
}
