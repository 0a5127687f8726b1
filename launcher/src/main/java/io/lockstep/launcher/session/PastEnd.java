package io.lockstep.launcher.session;

import io.lockstep.engine.Engine;
import io.lockstep.engine.EngineOutputs;
import io.lockstep.engine.EngineSetup;
import io.lockstep.engine.control.KillLatch;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.LogPoint;
import io.lockstep.engine.port.OrderGateway;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.replay.Divergence;
import io.lockstep.engine.replay.HandlerFailure;
import io.lockstep.engine.strategy.StrategySpec;
import io.lockstep.engine.telemetry.Counters;
import io.lockstep.engine.telemetry.LatencyRecorder;
import io.lockstep.launcher.config.ConfigLoader;
import io.lockstep.launcher.config.ConfigurationException;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.plugin.StrategyCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What was true when an epoch ended.
 *
 * @param engine holds it
 * @param proven whether a replay came to it; else it was taken as recorded
 * @param inputs where the epoch's inputs end
 * @param decisions where its decisions end
 * @param timeNs its latest event time, UTC, nanoseconds
 * @param notProven why no replay came to it; empty if one did
 */
record PastEnd(Engine engine, boolean proven, LogPoint inputs, LogPoint decisions, long timeNs, String notProven) {
    /** Nothing may leave while the past is taken in. */
    static final OrderGateway NO_VENUE = command -> {
        throw new IllegalStateException("nothing may be sent between two epochs: order=" + command.orderId());
    };

    /**
     * Replays an epoch with its own configuration and proves every decision; what a killed process had not recorded is recorded now.
     *
     * @throws Divergence if this build decides otherwise
     * @throws HandlerFailure if a handler throws
     * @throws ConfigurationException if this build cannot run that configuration
     */
    static PastEnd prove(JournalFolder folder, StrategyCatalog catalog) {
        RunHeader run = Replay.firstRun(folder);
        LockstepConfig before = new ConfigLoader(catalog)
                .parse(run.configText(), "journal " + folder.path())
                .config();
        EngineRun past = EngineRun.quiet(new Wiring(before, catalog, run.instruments()));
        try (RunLogs logs = RunLogs.openExisting(folder, before.journal());
                JournalFolder.Recording inputs = JournalFolder.open(folder.inputs());
                JournalFolder.Recording decisions = JournalFolder.open(folder.decisions())) {
            past.engine().replay(inputs, decisions);
            past.engine().step(new EngineOutputs(logs.inputs(), logs.decisions(), NO_VENUE, KillLatch.NEVER, false));
            return new PastEnd(past.engine(), true, logs.inputsEnd(), logs.decisionsEnd(), past.lastTimeNs(), "");
        }
    }

    /**
     * Takes an epoch as it was recorded.
     *
     * @param now settings for what the recording does not say
     * @param why why it was not proven
     */
    static PastEnd asRecorded(JournalFolder folder, RunHeader run, LockstepConfig now, String why) {
        Engine engine = new Engine(silent(run, now), new Counters(), new LatencyRecorder(0));
        long[] latest = new long[1];
        try (RunLogs logs = RunLogs.openExisting(folder, now.journal());
                JournalFolder.Recording inputs = JournalFolder.open(folder.inputs());
                JournalFolder.Recording decisions = JournalFolder.open(folder.decisions())) {
            engine.adopt(notingTime(inputs, latest), decisions);
            return new PastEnd(engine, false, logs.inputsEnd(), logs.decisionsEnd(), latest[0], why);
        }
    }

    private static RecordSource notingTime(RecordSource source, long[] latest) {
        return (EngineEvent into) -> {
            boolean found = source.next(into);
            latest[0] = found ? Math.max(latest[0], into.timeNs()) : latest[0];
            return found;
        };
    }

    /** The epoch's accounts, instruments and strategies, with nothing behind the strategies' names. */
    private static EngineSetup silent(RunHeader run, LockstepConfig now) {
        PastNames names = PastNames.of(run);
        List<StrategySpec> strategies = new ArrayList<>();
        for (PastNames.Owner each : names.strategies()) {
            int id = strategies.size() + 1;
            strategies.add(new StrategySpec(id, each.name(), names.accountOf(id), List.of(0), declaration -> {}));
        }
        return new EngineSetup(
                now.engine(),
                run.instruments(),
                names.accounts().size(),
                strategies,
                Set.of(),
                now.risk(),
                Sessions::utcDay);
    }
}
