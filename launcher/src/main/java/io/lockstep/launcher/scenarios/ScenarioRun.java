package io.lockstep.launcher.scenarios;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.VenueException;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.loopback.LoopbackVenue;
import io.lockstep.launcher.loopback.TemporaryFolder;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.scenarios.judge.Evidence;
import io.lockstep.launcher.scenarios.judge.EvidenceReader;
import io.lockstep.launcher.scenarios.judge.Findings;
import io.lockstep.launcher.scenarios.judge.Handover;
import io.lockstep.launcher.scenarios.judge.Judge;
import io.lockstep.launcher.session.LiveSession;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.replay.Replay;
import io.lockstep.launcher.session.wiring.Wiring;
import io.lockstep.launcher.swarm.invariant.Invariant;
import io.lockstep.launcher.venue.ApiKeys;
import io.lockstep.launcher.venue.Connections;
import io.lockstep.launcher.venue.VenueGateways;
import io.lockstep.simulator.scenario.ScenarioSettings;
import io.lockstep.simulator.server.VenueServer;
import io.lockstep.simulator.venue.VenueLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.SystemEpochNanoClock;

/** Runs one scenario from the start of the venue to the judgement. */
final class ScenarioRun {
    private static final int REPLAY_EVERY = 10;
    private static final long START_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long REST_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long AGAIN_NS = TimeUnit.MILLISECONDS.toNanos(100);

    private final LoopbackVenue venue;
    private final long seed;
    private final Sabotage sabotage;
    private final ScenarioDice dice;
    private final ScenarioSettings faults;
    private final ScenarioTrader trader;
    private final StrategyCatalog catalog;
    private final SessionWatch watch;
    private final Handover handover = new Handover();
    private final Findings findings = new Findings();
    private final EpochNanoClock clock = new SystemEpochNanoClock();
    private final long begunNs = clock.nanoTime();
    private long tradingNs;
    private boolean atRest;

    ScenarioRun(LoopbackVenue venue, long seed, Sabotage sabotage) {
        this.venue = venue;
        this.seed = seed;
        this.sabotage = sabotage;
        dice = new ScenarioDice(venue, seed);
        faults = dice.faults();
        trader = new ScenarioTrader(dice.steps());
        catalog = StrategyCatalog.of(List.of(trader));
        watch = new SessionWatch(ScenarioSetup.lists(venue));
    }

    /** Runs it on the calling thread. */
    ScenarioResult run() throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.make();
                VenueServer server = new VenueServer(ScenarioSetup.venues(), InstantSource.system())
                        .scenario(faults)
                        .faultsByHand()) {
            server.start(LoopbackVenue.anyPorts(Set.of(venue)));
            VenueLedger before = server.ledger(venue.label());
            JournalFolder journal = new JournalFolder(folder.path().resolve("journal"));
            session(server, folder, journal);
            Evidence evidence = new Evidence(ScenarioSetup.MAX_DATA_AGE_MS, findings);
            VenueLedger after = server.ledger(venue.label());
            if (journal.isBegun()) {
                new EvidenceReader(handover, evidence, findings).read(journal);
                new Judge(ScenarioSetup.pair(venue), evidence, before, after, findings)
                        .judge(trader.position(), ScenarioSetup.LIMITS);
            }
            return result(server, evidence, after);
        }
    }

    private ScenarioResult result(VenueServer server, Evidence evidence, VenueLedger after) {
        return new ScenarioResult(
                seed,
                trader.taken(),
                after.orders().size(),
                evidence.executionCount(),
                server.faults(),
                evidence.state(),
                tradingNs != 0,
                findings.checks(),
                findings.violations(),
                TimeUnit.NANOSECONDS.toMillis(clock.nanoTime() - begunNs));
    }

    /** Trades, and notes what goes wrong with the session as a whole. */
    private void session(VenueServer server, TemporaryFolder folder, JournalFolder journal) {
        try {
            LiveSession.Outcome outcome = trade(server, folder, journal);
            findings.require(
                    Invariant.I15,
                    outcome.end() == LiveSession.End.STOPPED,
                    () -> "the session ended by itself: end=" + outcome.end());
            findings.require(
                    Invariant.I15,
                    atRest,
                    () -> "it did not come to rest: " + watch.waitsFor() + ", traderDone=" + trader.isDone());
            if (seed % REPLAY_EVERY == 0) {
                replay(journal);
            }
        } catch (IllegalStateException | VenueException e) {
            findings.violated(Invariant.I15, "the session failed: " + e);
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
        try (Connections network = Connections.open(config.config(), keys, clock)) {
            VenueGateways gateways = network.gateways().trading();
            List<Instrument> instruments = instruments(gateways);
            VenueGateway watched = sabotage.gateway().apply(handover.watching(gateways));
            Wiring wiring = Wiring.over(journal, config.config(), catalog, instruments);
            return new LiveSession(config, wiring, journal)
                    .run(LiveSession.connected(watched, instruments, clock), () -> isOver(server), List.of(watch));
        }
    }

    /** A venue that is away while a program starts is asked again, as whoever starts it would. */
    private List<Instrument> instruments(VenueGateways gateways) {
        while (true) {
            try {
                return gateways.loadInstruments();
            } catch (VenueException e) {
                if (clock.nanoTime() - begunNs > START_NS) {
                    gateways.close();
                    throw e;
                }
                LockSupport.parkNanos(AGAIN_NS);
            }
        }
    }

    /**
     * Lets the faults begin once the session trades. It is over when they are, the trader is through or may not go on, and the session is at rest; or
     * when that takes too long.
     */
    private boolean isOver(VenueServer server) {
        long now = clock.nanoTime();
        if (tradingNs == 0) {
            if (watch.canTrade()) {
                tradingNs = now;
                server.beginFaults();
            }
            return now - begunNs > START_NS;
        }
        long healedNs = tradingNs + TimeUnit.MILLISECONDS.toNanos(dice.healedMs());
        atRest = now > healedNs && (trader.isDone() || watch.isHalted()) && watch.isAtRest(healedNs);
        return atRest || now - healedNs > REST_NS;
    }

    private void replay(JournalFolder journal) {
        ScenarioTrader again = new ScenarioTrader(new ScenarioDice(venue, seed).steps());
        String word = new Replay(StrategyCatalog.of(List.of(again)))
                .run(journal, sequence -> {})
                .word();
        findings.require(Invariant.I10, word.equals("MATCH"), () -> "the journal does not replay: " + word);
    }
}
