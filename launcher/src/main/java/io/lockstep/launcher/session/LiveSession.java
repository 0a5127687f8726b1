package io.lockstep.launcher.session;

import io.lockstep.engine.EngineOutputs;
import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.OrderGateway;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.telemetry.LatencyRecorder;
import io.lockstep.journal.sidefile.JournalLock;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.epoch.EpochChange;
import io.lockstep.launcher.session.epoch.UnprovenEpochException;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.folder.Recordings;
import io.lockstep.launcher.session.folder.RunLogs;
import io.lockstep.launcher.session.header.BuildInfo;
import io.lockstep.launcher.session.header.RecordedRuns;
import io.lockstep.launcher.session.header.RunHeader;
import io.lockstep.launcher.session.recovery.QuarantinedInputException;
import io.lockstep.launcher.session.recovery.Recovery;
import io.lockstep.launcher.session.result.RunResult;
import io.lockstep.launcher.session.wiring.EngineRun;
import io.lockstep.launcher.session.wiring.RunHeaders;
import io.lockstep.launcher.session.wiring.Wiring;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.agrona.concurrent.EpochNanoClock;
import org.jspecify.annotations.Nullable;

/**
 * The long-running form: the engine on its ring, a market that feeds it and takes its orders, a journal on disk and a control file. A start
 * on an existing journal takes the past in first and goes on where it ended.
 */
public final class LiveSession {
    private static final long STOP_TIMEOUT_MS = 10_000;

    private final EffectiveConfig config;
    private final Wiring wiring;
    private final JournalFolder folder;
    private final LatencyRecorder latency;
    private boolean newEpoch;

    /** A session that has not started. */
    public LiveSession(EffectiveConfig config, Wiring wiring, JournalFolder folder) {
        this.config = config;
        this.wiring = wiring;
        this.folder = folder;
        latency = new LatencyRecorder(config.config().engine().latencySampleEvery());
    }

    /** Opens a new epoch when it starts, whether or not there is another reason to. */
    public LiveSession newEpoch() {
        newEpoch = true;
        return this;
    }

    /**
     * Why a start with a configuration would open a new epoch, as scripts read it; {@code none} if it would not. What a venue says of its
     * instruments now is not asked.
     */
    public static String epochReason(
            JournalFolder folder, EffectiveConfig config, StrategyCatalog catalog, boolean onDemand) {
        return change(folder, config, catalog).reason(onDemand).map(Enum::name).orElse("none");
    }

    /**
     * Proves the current epoch and opens the next one, over the instruments that are recorded.
     *
     * @return why it was opened
     * @throws io.lockstep.engine.replay.Divergence if this build recorded the epoch and now decides otherwise
     * @throws UnprovenEpochException if another build recorded it and this one cannot prove it
     */
    @SuppressWarnings("try") // the lock is held, not used
    public static String openEpoch(JournalFolder folder, EffectiveConfig config, StrategyCatalog catalog) {
        try (JournalLock lock = JournalLock.acquire(folder.path())) {
            return change(folder, config, catalog)
                    .openIfNeeded(true)
                    .map(Enum::name)
                    .orElse("none");
        }
    }

    private static EpochChange change(JournalFolder folder, EffectiveConfig config, StrategyCatalog catalog) {
        List<Instrument> recorded = RecordedRuns.first(folder).instruments();
        return new EpochChange(folder, config, new Wiring(config.config(), catalog, recorded), BuildInfo.id());
    }

    /** How a session ended. */
    public enum End {
        /** The recordings are played. */
        FINISHED("END_OF_DATA"),
        /** It was asked to stop. */
        STOPPED("STOPPED"),
        /** The kill latch is set. */
        KILLED("KILLED");

        private final String reason;

        End(String reason) {
            this.reason = reason;
        }

        /** What the journal says of it. */
        String reason() {
            return reason;
        }
    }

    /**
     * A session's outcome.
     *
     * @param end how it ended
     * @param result what came of it, the journal's past included
     * @param recovered inputs taken in from earlier runs before it went live
     */
    public record Outcome(End end, RunResult result, long recovered) {}

    /**
     * What a market begins from.
     *
     * @param config the configuration
     * @param wiring what the engine was built from
     * @param run the engine, its past taken in
     * @param before header of the run before; empty for a new journal
     * @param openOrders orders that were open when it ended
     */
    record Start(
            EffectiveConfig config, Wiring wiring, EngineRun run, Optional<RunHeader> before, List<Order> openOrders) {
        Start {
            openOrders = List.copyOf(openOrders);
        }

        /**
         * Header of the run that begins.
         *
         * @param tag the journal's tag if it has none yet
         * @param instruments what can be traded from now on
         */
        RunHeader header(long tag, List<Instrument> instruments) {
            return before.map(last -> RunHeaders.again(last, instruments))
                    .orElseGet(() ->
                            RunHeaders.first(config, wiring, config.config().mode(), tag));
        }
    }

    /** Latency of the session; any one thread may read. */
    public LatencyRecorder latency() {
        return latency;
    }

    /** Recordings, merged by time, with the simulated venue; the pace decides when recorded time has come. */
    public static SessionMarket.Opener playing(Recordings recordings, Pace pace) {
        return start -> new TapePlayback(start, recordings.sources(), pace);
    }

    /**
     * Real connections.
     *
     * @param gateways carry market data and reports in and orders out; closed at the end
     * @param instruments what can be traded, as the venues say now
     * @param clock time of everything the session itself publishes
     */
    public static SessionMarket.Opener connected(
            VenueGateway gateways, List<Instrument> instruments, EpochNanoClock clock) {
        return start -> new VenueMarket(start, gateways, instruments, clock);
    }

    /**
     * Live market data, and orders that only the simulated venue sees.
     *
     * @param gateways carry market data in; closed at the end
     * @param clock time of everything the session itself publishes
     */
    public static SessionMarket.Opener shadowing(VenueGateway gateways, EpochNanoClock clock) {
        return start -> new ShadowMarket(start, gateways, clock);
    }

    /**
     * Runs until the market ends, the session is told to stop, or it is killed.
     *
     * @param opener makes the market
     * @param stopRequested asked between events
     * @param watchers shown every event on the engine thread, after the last handler
     * @throws HaltedException if the kill latch is set from before
     * @throws QuarantinedInputException if the last starts all failed on the same input
     */
    @SuppressWarnings("try") // the lock is held, not used
    public Outcome run(SessionMarket.Opener opener, BooleanSupplier stopRequested, List<EngineListener> watchers) {
        Recovery recovery = new Recovery(folder, config, wiring);
        try (ControlFile control = ControlFile.open(folder.path());
                JournalLock lock = JournalLock.acquire(folder.path())) {
            Operations operations = new Operations(config, folder, control);
            operations.requireNotKilled();
            control.begin(ProcessHandle.current().pid(), System.currentTimeMillis());
            recovery.prepare(newEpoch);
            try (RunLogs logs = RunLogs.open(folder, config.config().journal())) {
                EngineRun run = new EngineRun(wiring, control.counters(), latency, operations.with(watchers));
                operations.watch(run.engine());
                Optional<RunHeader> before = recovery.run(run.engine());
                long recovered = logs.inputs().lastSequence();
                operations.goLive(run.engine());
                List<Order> openOrders = run.engine().risk().orders().listOpen();
                SessionMarket market = opener.open(new Start(config, wiring, run, before, openOrders));
                FirstFailure failure = new FirstFailure();
                EventPublisher publisher = run.engine().start(outputs(logs, market.orders(), control), failure);
                Supplier<Operations.Service> services = () -> operations.serve(publisher, logs);
                End end = play(run, market, publisher, services, new EndCheck(stopRequested, failure, control));
                control.end();
                return new Outcome(end, run.result(), recovered);
            }
        }
    }

    private EngineOutputs outputs(RunLogs logs, OrderGateway orders, ControlFile control) {
        boolean sync = config.config().journal().durability().syncsBeforeSending();
        return new EngineOutputs(logs.inputs(), logs.decisions(), orders, control, sync);
    }

    /** Plays, then stops the threads, whatever happened; a handler's failure is told rather than what it led to here. */
    private End play(
            EngineRun run,
            SessionMarket market,
            EventPublisher publisher,
            Supplier<Operations.Service> services,
            EndCheck check) {
        try {
            market.begin(publisher);
            End end = playServed(market, services, check);
            boolean clean = run.engine().stop(STOP_TIMEOUT_MS);
            check.failure.throwIfAny();
            if (!clean) {
                throw new IllegalStateException("the ring did not run empty: folder=" + folder.path());
            }
            return end;
        } catch (RuntimeException e) { // whatever it was, no thread of the engine outlives it
            run.engine().stop(STOP_TIMEOUT_MS);
            check.failure.throwIfAny();
            throw e;
        }
    }

    /** Operators are served to the end of the run: a kill is answered while its cancels are under way. */
    private static End playServed(SessionMarket market, Supplier<Operations.Service> services, EndCheck check) {
        Operations.Service service = services.get();
        try {
            End end = market.play(check::now);
            if (end == End.KILLED) {
                service.thread().awaitKillTold();
            } else {
                service.desk().poll();
            }
            market.finish(end);
            return end;
        } finally {
            service.close();
        }
    }

    /** Says whether to end now, and how. */
    private record EndCheck(BooleanSupplier stopRequested, FirstFailure failure, ControlFile control) {
        @Nullable
        End now() {
            if (control.isSet()) {
                return End.KILLED;
            }
            boolean stop = stopRequested.getAsBoolean() || control.isStopRequested() || failure.isSet();
            return stop ? End.STOPPED : null;
        }
    }
}
