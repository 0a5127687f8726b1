package io.lockstep.launcher.session;

import io.lockstep.engine.EngineOutputs;
import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.telemetry.LatencyRecorder;
import io.lockstep.journal.sidefile.JournalLock;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.simulator.inprocess.SimulatedVenue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The long-running form: the engine on its ring, a feed thread that plays recordings at a pace with the simulated venue, a journal on disk
 * and a control file. A start on an existing journal takes the past in first and goes on where it ended.
 */
public final class LiveSession {
    private static final long STOP_TIMEOUT_MS = 10_000;
    private static final long NS_PER_MS = 1_000_000;
    private static final long GRACE_NS = 2_000_000_000L;

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

    /** Why a start with a configuration would open a new epoch, as scripts read it; {@code none} if it would not. */
    public static String epochReason(
            JournalFolder folder, EffectiveConfig config, Wiring wiring, boolean onDemand) {
        return new EpochChange(folder, config, wiring, BuildInfo.id())
                .reason(onDemand)
                .map(Enum::name)
                .orElse("none");
    }

    /** How a session ended. */
    public enum End {
        /** The recordings are played. */
        FINISHED,
        /** It was asked to stop. */
        STOPPED,
        /** The kill latch is set. */
        KILLED
    }

    /**
     * A session's outcome.
     *
     * @param end how it ended
     * @param result what came of it, the journal's past included
     * @param recovered inputs taken in from earlier runs before it went live
     */
    public record Outcome(End end, RunResult result, long recovered) {}

    /** Latency of the session; any one thread may read. */
    public LatencyRecorder latency() {
        return latency;
    }

    /**
     * Runs until the recordings end, the session is told to stop, or it is killed.
     *
     * @param recordings market data, merged by time
     * @param pace decides when recorded time has come
     * @param stopRequested asked between events
     * @param watchers shown every event on the engine thread, after the last handler
     * @throws HaltedException if the kill latch is set from before
     * @throws QuarantinedInputException if the last starts all failed on the same input
     */
    @SuppressWarnings("try") // the lock is held, not used
    public Outcome run(Recordings recordings, Pace pace, BooleanSupplier stopRequested, List<EngineListener> watchers) {
        Recovery recovery = new Recovery(folder, config, wiring);
        try (ControlFile control = ControlFile.open(folder.path());
                JournalLock lock = JournalLock.acquire(folder.path());
                RunLogs logs = openLogs(control, recovery)) {
            Heartbeat heartbeat = new Heartbeat(control);
            EngineRun run = new EngineRun(wiring, control.counters(), latency, withHeartbeat(watchers, heartbeat));
            Optional<RunHeader> before = recovery.run(run.engine());
            long recovered = logs.inputs().lastSequence();
            List<Order> orphans = recovery.openOrders(run.engine());
            SimulatedVenue venue = before.isPresent()
                    ? Venues.reopen(config.config(), run.engine().risk().portfolio())
                    : Venues.open(config.config());
            FirstFailure failure = new FirstFailure();
            EventPublisher publisher = run.engine().start(outputs(logs, venue, control), failure);
            Feed feed = new Feed(run, venue, publisher, recordings.sources(), pace);
            End end = play(run, failure, () -> {
                feed.begin(before, orphans, recovery);
                return feed.play(() -> endNow(stopRequested, failure, control));
            });
            control.end();
            return new Outcome(end, run.result(), recovered);
        }
    }

    private RunLogs openLogs(ControlFile control, Recovery recovery) {
        if (control.isSet()) {
            throw new HaltedException(folder, control.killedAtMs());
        }
        control.begin(ProcessHandle.current().pid(), System.currentTimeMillis());
        recovery.prepare(newEpoch);
        return RunLogs.open(folder, config.config().journal());
    }

    private EngineOutputs outputs(RunLogs logs, SimulatedVenue venue, ControlFile control) {
        boolean sync = config.config().journal().durability().syncsBeforeSending();
        return new EngineOutputs(logs.inputs(), logs.decisions(), venue, control, sync);
    }

    /** Plays, then stops the threads, whatever happened; a handler's failure is told rather than what it led to here. */
    private End play(EngineRun run, FirstFailure failure, Supplier<End> feed) {
        try {
            End end = feed.get();
            boolean clean = run.engine().stop(STOP_TIMEOUT_MS);
            failure.throwIfAny();
            if (!clean) {
                throw new IllegalStateException("the ring did not run empty: folder=" + folder.path());
            }
            return end;
        } catch (RuntimeException e) {
            run.engine().stop(STOP_TIMEOUT_MS);
            failure.throwIfAny();
            throw e;
        }
    }

    private static @Nullable End endNow(BooleanSupplier stopRequested, FirstFailure failure, ControlFile control) {
        if (control.isSet()) {
            return End.KILLED;
        }
        boolean stop = stopRequested.getAsBoolean() || control.isStopRequested() || failure.isSet();
        return stop ? End.STOPPED : null;
    }

    private static List<EngineListener> withHeartbeat(List<EngineListener> watchers, Heartbeat heartbeat) {
        List<EngineListener> all = new ArrayList<>(watchers);
        all.add(heartbeat);
        return all;
    }

    /** Says whether to end now, and how. */
    private interface EndCondition {
        @Nullable
        End reached();
    }

    /** Plays the recordings on the feed thread. */
    private final class Feed {
        private final EngineRun run;
        private final SimulatedVenue venue;
        private final EventPublisher publisher;
        private final SimulatedMarket market;
        private final RunHeaderWriter header;
        private final Pace pace;
        private boolean isEnding;

        Feed(
                EngineRun run,
                SimulatedVenue venue,
                EventPublisher publisher,
                List<? extends RecordSource> recordings,
                Pace pace) {
            this.pace = pace;
            this.run = run;
            this.venue = venue;
            this.publisher = publisher;
            TapeFeed tapes = new TapeFeed(wiring.instruments(), recordings);
            long tickNs = config.config().engine().timerIntervalMs() * NS_PER_MS;
            market = new SimulatedMarket(tapes, venue, publisher, this::settle, tickNs);
            header = new RunHeaderWriter(publisher::claim, this::publish);
        }

        void begin(Optional<RunHeader> before, List<Order> orphans, Recovery recovery) {
            market.skipTo(run.lastTimeNs());
            long startNs = market.hasNext() ? market.nextTimeNs() : run.lastTimeNs();
            RunHeader now = before.map(RunHeaders::again)
                    .orElseGet(() ->
                            RunHeaders.first(config, wiring, config.config().mode()));
            header.write(now, startNs);
            orphans.forEach(order -> recovery.publishEnd(order, publisher, startNs));
            venue.open(startNs);
        }

        End play(EndCondition condition) {
            if (market.hasNext()) {
                pace.begin(market.nextTimeNs());
            }
            End end = condition.reached();
            while (end == null && market.hasNext()) {
                market.playTo(pace.awaitDue(market.nextTimeNs()));
                end = condition.reached();
            }
            isEnding = true;
            if (end == End.KILLED) {
                OperatorCommands.publish(publisher, OperatorAction.KILL, "kill latch", market.nowNs());
            }
            market.settleFor(GRACE_NS);
            header.writeStop(end == null ? "END_OF_DATA" : end.name(), market.nowNs());
            return end == null ? End.FINISHED : end;
        }

        /** At the end too: the engine must have sent its last cancels before the venue's last answers are awaited. */
        private void settle() {
            if (isEnding || pace.isAccelerated()) {
                run.engine().awaitDrained();
            }
        }

        private void publish(EngineEvent event) {
            venue.onMarketData(event);
            publisher.publish(event);
        }
    }
}
