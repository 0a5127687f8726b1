package io.lockstep.launcher.session.replay;

import io.lockstep.engine.Engine;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.LogPoint;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.replay.Divergence;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.header.RecordedRuns;
import io.lockstep.launcher.session.header.RunHeader;
import io.lockstep.launcher.session.result.RunResult;
import io.lockstep.launcher.session.wiring.EngineRun;
import io.lockstep.launcher.session.wiring.Wiring;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Proves a journal: builds its engine from the configuration it holds, runs its inputs through the same handlers, and holds every decision
 * against the recorded one.
 */
public final class Replay {
    private static final int PROGRESS_EVERY = 65_536;

    private final StrategyCatalog catalog;

    /** Replays with the strategies of a catalog. */
    public Replay(StrategyCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * What a replay found.
     *
     * @param run what the journal's run was made of
     * @param result what came of it again; null if it diverged
     * @param divergence the first difference; null if there was none
     * @param unrecorded decisions at the end that were not recorded because the process died
     */
    public record Outcome(
            RunHeader run,
            @Nullable RunResult result,
            @Nullable Divergence divergence,
            int unrecorded) {
        /** {@code MATCH} or {@code DIVERGED}, as scripts read it. */
        public String word() {
            return divergence == null ? "MATCH" : "DIVERGED";
        }
    }

    /**
     * Replays a whole journal.
     *
     * @param progress told the sequence now and then
     * @throws io.lockstep.journal.JournalDamagedException if the journal is damaged
     */
    public Outcome run(JournalFolder folder, LongConsumer progress) {
        RunHeader run = RecordedRuns.first(folder);
        EffectiveConfig config = new ConfigLoader(catalog).parse(run.configText(), "journal " + folder.path());
        Wiring wiring = new Wiring(config.config(), catalog, run.instruments());
        EngineRun engineRun = EngineRun.quiet(wiring);
        Engine engine = engineRun.engine();
        try (JournalFolder.Recording inputs = JournalFolder.open(folder.inputs());
                JournalFolder.Recording decisions = JournalFolder.open(folder.decisions())) {
            engine.replay(reporting(inputs, progress), decisions);
            return new Outcome(run, engineRun.result(), null, engine.unrecordedDecisions());
        } catch (Divergence divergence) {
            return new Outcome(run, null, divergence, 0);
        }
    }

    /**
     * Replays every epoch that is there, oldest first, the current one last.
     *
     * @param progress told the sequence now and then
     * @throws io.lockstep.journal.JournalDamagedException if a journal is damaged
     */
    public List<Outcome> runAll(JournalFolder folder, LongConsumer progress) {
        return folder.epochs().stream().map(epoch -> run(epoch, progress)).toList();
    }

    private static RecordSource reporting(RecordSource source, LongConsumer progress) {
        return new RecordSource() {
            @Override
            public boolean next(EngineEvent into) {
                boolean found = source.next(into);
                if (found && into.sequence() % PROGRESS_EVERY == 0) {
                    progress.accept(into.sequence());
                }
                return found;
            }

            @Override
            public LogPoint start() {
                return source.start();
            }

            @Override
            public boolean isClosed() {
                return source.isClosed();
            }
        };
    }
}
