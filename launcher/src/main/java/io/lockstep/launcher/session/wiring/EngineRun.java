package io.lockstep.launcher.session.wiring;

import io.lockstep.engine.Engine;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.telemetry.Counters;
import io.lockstep.engine.telemetry.LatencyRecorder;
import io.lockstep.launcher.session.result.Performance;
import io.lockstep.launcher.session.result.RunResult;
import io.lockstep.launcher.session.result.RunStatistics;
import java.util.ArrayList;
import java.util.List;

/** An engine with what watches it: counts, profit, latency, and whoever wants to look. */
public final class EngineRun implements EngineListener {
    private final Engine engine;
    private final RunStatistics statistics = new RunStatistics();
    private final Performance performance;
    private final LatencyRecorder latency;
    private final List<EngineListener> watchers;
    private long lastTimeNs;

    /**
     * Builds the engine.
     *
     * @param watchers shown every event on the engine thread, after the last handler
     */
    public EngineRun(Wiring wiring, Counters counters, LatencyRecorder latency, List<EngineListener> watchers) {
        this.latency = latency;
        this.watchers = new ArrayList<>(watchers);
        engine = new Engine(wiring.setup(), counters, latency);
        performance = new Performance(engine.risk(), wiring.instruments());
        engine.listen(this);
    }

    /** An engine nobody times or watches. */
    public static EngineRun quiet(Wiring wiring) {
        return new EngineRun(wiring, new Counters(), new LatencyRecorder(0), List.of());
    }

    @Override
    public void onEvent(EngineEvent event) {
        lastTimeNs = Math.max(lastTimeNs, event.timeNs());
        statistics.onEvent(event);
        performance.onEvent(event);
        for (int i = 0; i < watchers.size(); i++) {
            watchers.get(i).onEvent(event);
        }
    }

    /** Adds a watcher; before the engine is live. */
    public void watch(EngineListener watcher) {
        watchers.add(watcher);
    }

    /** The engine, to be fed. */
    public Engine engine() {
        return engine;
    }

    LatencyRecorder latency() {
        return latency;
    }

    /** Latest event time seen, UTC, nanoseconds; for the engine thread, or when it does not run. */
    public long lastTimeNs() {
        return lastTimeNs;
    }

    /** What came of it; when the engine does not run. */
    public RunResult result() {
        return new RunResult(
                statistics, performance, engine.decisionHash(), engine.stateHash(), engine.decisionCount());
    }
}
