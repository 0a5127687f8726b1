package io.lockstep.launcher.session;

import io.lockstep.engine.Engine;
import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.control.Gauge;
import io.lockstep.engine.desk.RiskHandler;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.journal.upkeep.FreeSpace;
import io.lockstep.launcher.alert.Alerts;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.InstrumentSettings;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.StrategySettings;
import io.lockstep.launcher.health.HealthRecorder;
import io.lockstep.launcher.health.HostWatch;
import io.lockstep.launcher.operator.ControlFolder;
import io.lockstep.launcher.operator.DeskThread;
import io.lockstep.launcher.operator.Latches;
import io.lockstep.launcher.operator.OperatorDesk;
import io.lockstep.launcher.operator.ScopeNames;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.folder.RunLogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.SystemNanoClock;
import org.jspecify.annotations.Nullable;

/**
 * What works beside a live engine: the operators' desk, the latch's copies, health. The order of its calls is the order of a start:
 *
 * <pre>
 *   requireNotKilled() ─► with(watchers) ─► watch(engine) ─► recovery ─► goLive(engine) ─► serve(…) ─► close, then stop the ring
 * </pre>
 */
final class Operations {
    private final JournalFolder folder;
    private final ControlFile control;
    private final OperatorDesk desk;
    private final HealthRecorder health;
    private final Alerts alerts;
    private final HostWatch host;
    private final int subscriptions;
    private @Nullable Engine engine;

    Operations(EffectiveConfig effective, JournalFolder folder, ControlFile control) {
        this.folder = folder;
        this.control = control;
        LockstepConfig config = effective.config();
        ControlFolder requests = ControlFolder.of(folder.path());
        ScopeNames names = names(config);
        Latches latches = new Latches(control, folder.path(), config.control().latchPath(), names.accounts());
        desk = new OperatorDesk(requests, control, latches, names, System::currentTimeMillis);
        requests.writeConfig(effective.text());
        int real = config.connectedAccounts().size();
        subscriptions = (int) config.strategies().stream()
                .flatMap(each -> each.instruments().stream())
                .distinct()
                .count();
        Path home = Path.of(System.getProperty("lockstep.home", "."));
        alerts = new Alerts(config.alerts(), control, requests, home);
        health = new HealthRecorder(control, real, System::currentTimeMillis, this::risk);
        // recordings must decide the same whenever they are played: of room, an engine hears only if it runs short
        long everyMs = config.venues().isConnected()
                ? config.control().hostStatusEvery().toMillis()
                : 0;
        host = new HostWatch(
                FreeSpace.Probe.of(folder.path()),
                SystemNanoClock.INSTANCE,
                config.journal(),
                everyMs,
                control.gauges());
    }

    /** The names operators use, in the order of their ids. */
    static ScopeNames names(LockstepConfig config) {
        return new ScopeNames(
                config.accounts().stream().map(AccountSettings::name).toList(),
                config.instruments().stream().map(InstrumentSettings::symbol).toList(),
                config.strategies().stream().map(StrategySettings::name).toList());
    }

    /** @throws HaltedException if any copy of the latch is set */
    void requireNotKilled() {
        desk.latched().ifPresent(entry -> {
            throw new HaltedException(folder, entry);
        });
    }

    /**
     * The past is taken in, and the engine about to go live; no thread of its own runs yet.
     *
     * @throws HaltedException if the journal says killed and nobody has reset it
     */
    void goLive(Engine recovered) {
        if (!desk.mayStart(recovered.risk().states().get(ScopeKind.ENGINE, 0))) {
            requireNotKilled();
        }
        health.goLive(subscriptions);
        alerts.outbox().goLive();
    }

    /** The watchers, and its own behind them. */
    List<EngineListener> with(List<EngineListener> watchers) {
        List<EngineListener> all = new ArrayList<>(watchers);
        all.add(desk);
        all.add(health);
        all.add(alerts.outbox());
        return all;
    }

    /** The engine whose books it reads; before the first event. */
    void watch(Engine built) {
        engine = built;
    }

    /**
     * Begins to serve; what waited is published at once.
     *
     * @return ends the service; close it before the ring stops
     */
    Service serve(EventPublisher publisher, RunLogs logs) {
        desk.start(publisher, desk::engineTimeNs);
        alerts.start(publisher, desk::engineTimeNs);
        DeskThread thread = new DeskThread(desk, () -> lookAround(logs, publisher)).start();
        return new Service(alerts, desk, thread);
    }

    /** What publishes beside the session. */
    record Service(Alerts alerts, OperatorDesk desk, DeskThread thread) implements AutoCloseable {
        @Override
        public void close() {
            alerts.close();
            thread.close();
        }
    }

    private void lookAround(RunLogs logs, EventPublisher publisher) {
        control.gauges().set(Gauge.DURABLE, logs.inputs().durableSequence());
        host.look(publisher, desk::engineTimeNs);
    }

    private RiskHandler risk() {
        Engine watched = engine;
        if (watched == null) {
            throw new IllegalStateException("no engine is watched yet");
        }
        return watched.risk();
    }
}
