package io.lockstep.launcher.session.replay;

import io.lockstep.engine.Engine;
import io.lockstep.engine.EngineOutputs;
import io.lockstep.engine.control.KillLatch;
import io.lockstep.engine.port.LogPoint;
import io.lockstep.engine.port.OrderGateway;
import io.lockstep.engine.replay.Divergence;
import io.lockstep.engine.replay.HandlerFailure;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.binding.ConfigurationException;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.folder.RunLogs;
import io.lockstep.launcher.session.header.RecordedRuns;
import io.lockstep.launcher.session.header.RunHeader;
import io.lockstep.launcher.session.wiring.EngineRun;
import io.lockstep.launcher.session.wiring.Wiring;

/**
 * What was true when an epoch ended, found by a replay with the epoch's own configuration that proves every decision.
 *
 * @param engine holds it
 * @param proven whether all records were there; else a repair gave some up
 * @param inputs where the epoch's inputs end
 * @param decisions where its decisions end
 * @param timeNs its latest event time, UTC, nanoseconds
 */
public record PastEnd(Engine engine, boolean proven, LogPoint inputs, LogPoint decisions, long timeNs) {
    /** Nothing may leave while the past is taken in. */
    public static final OrderGateway NO_VENUE = command -> {
        throw new IllegalStateException("nothing may be sent between two epochs: order=" + command.orderId());
    };

    /**
     * Replays an epoch; what a killed process had not recorded is recorded now.
     *
     * @param recordsLost whether a repair gave up records: then what is left is proven, and nothing recorded
     * @throws Divergence if this build decides otherwise
     * @throws HandlerFailure if a handler throws
     * @throws ConfigurationException if this build cannot run that configuration
     */
    public static PastEnd of(JournalFolder folder, StrategyCatalog catalog, boolean recordsLost) {
        RunHeader run = RecordedRuns.first(folder);
        LockstepConfig before = new ConfigLoader(catalog)
                .parse(run.configText(), "journal " + folder.path())
                .config();
        EngineRun past = EngineRun.quiet(new Wiring(before, catalog, run.instruments()));
        Engine engine = past.engine();
        try (RunLogs logs = RunLogs.openExisting(folder, before.journal());
                JournalFolder.Recording inputs = JournalFolder.open(folder.inputs());
                JournalFolder.Recording decisions = JournalFolder.open(folder.decisions())) {
            if (recordsLost) {
                engine.salvage(inputs, decisions);
            } else {
                engine.replay(inputs, decisions);
                engine.step(new EngineOutputs(logs.inputs(), logs.decisions(), NO_VENUE, KillLatch.NEVER, false));
            }
            return new PastEnd(engine, !recordsLost, logs.inputsEnd(), logs.decisionsEnd(), past.lastTimeNs());
        }
    }
}
