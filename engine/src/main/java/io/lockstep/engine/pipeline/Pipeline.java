package io.lockstep.engine.pipeline;

import io.lockstep.engine.desk.RiskHandler;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.EventStage;
import io.lockstep.engine.event.StateHash;
import io.lockstep.engine.indicator.IndicatorHandler;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.strategy.StrategyHandler;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import io.lockstep.engine.telemetry.LatencyRecorder;
import io.lockstep.engine.telemetry.LatencyStage;

/**
 * The five handlers of one engine, to be run one after the other on one thread, or each on its own.
 *
 * <pre>
 *   journal ─┐
 *            ├─► routing          indicators ─► strategies ─► risk ─┘
 * </pre>
 */
public final class Pipeline {
    private final JournalHandler journal;
    private final IndicatorHandler indicators;
    private final StrategyHandler strategies;
    private final RiskHandler risk;
    private final RoutingHandler routing;
    private final CheckpointSchedule checkpoints;
    private final LatencyRecorder latency;
    private final Counters counters;
    private final StateHash finalHash = new StateHash();
    private EngineListener listener = event -> {};

    /**
     * Puts five handlers in a row.
     *
     * @param checkpointEvery inputs between two checkpoints
     */
    public Pipeline(
            JournalHandler journal,
            IndicatorHandler indicators,
            StrategyHandler strategies,
            RiskHandler risk,
            RoutingHandler routing,
            long checkpointEvery,
            LatencyRecorder latency,
            Counters counters) {
        this.journal = journal;
        this.indicators = indicators;
        this.strategies = strategies;
        this.risk = risk;
        this.routing = routing;
        checkpoints = new CheckpointSchedule(checkpointEvery);
        this.latency = latency;
        this.counters = counters;
    }

    /** Seals and appends inputs. */
    public JournalHandler journal() {
        return journal;
    }

    /** Runs the strategies. */
    public StrategyHandler strategies() {
        return strategies;
    }

    /** Holds the account's truth. */
    public RiskHandler risk() {
        return risk;
    }

    /** Journals and sends decisions. */
    public RoutingHandler routing() {
        return routing;
    }

    /** Runs all five on the calling thread. */
    public void onEvent(EngineEvent event) {
        if (latency.isSampled(event.sequence())) {
            onTimedEvent(event);
        } else {
            runJournal(event);
            runIndicators(event);
            runStrategies(event);
            runRisk(event);
            runRouting(event);
        }
        finish(event);
    }

    /** Seals and appends. */
    public void runJournal(EngineEvent event) {
        journal.onEvent(event);
    }

    /** Builds bars, updates indicators. */
    public void runIndicators(EngineEvent event) {
        indicators.onEvent(event);
        beginProof(event);
        prove(indicators, event);
    }

    /** Runs strategies. */
    public void runStrategies(EngineEvent event) {
        strategies.onEvent(event);
        prove(strategies, event);
    }

    /** Books reports, judges intents. */
    public void runRisk(EngineEvent event) {
        risk.onEvent(event);
        prove(risk, event);
    }

    /** Journals decisions, sends orders. */
    public void runRouting(EngineEvent event) {
        routing.onEvent(event);
    }

    /** After the last handler: times events that caused decisions, and shows the event to the listener. */
    public void finish(EngineEvent event) {
        if (event.publishedNs() != 0 && event.decisions().count() > 0) {
            latency.record(LatencyStage.TICK_TO_TRADE, LatencyRecorder.now() - event.publishedNs());
        }
        try {
            listener.onEvent(event);
        } catch (RuntimeException failure) {
            // who only watches must not stop trading
            counters.add(Counter.LISTENER_FAILURES, 1);
        }
    }

    /** Shows every event to a watcher, after the last handler; what it throws is counted and goes no further. */
    public void listener(EngineListener watcher) {
        listener = watcher;
    }

    /** Hash of everything later decisions depend on, as of now; for the owner of the engine thread. */
    public long stateHash() {
        finalHash.reset(0);
        indicators.addTo(finalHash);
        strategies.addTo(finalHash);
        risk.addTo(finalHash);
        return finalHash.value();
    }

    private void beginProof(EngineEvent event) {
        boolean due = checkpoints.isDue(event.sequence());
        event.checkpoint(due);
        if (due) {
            event.stateHash().reset(event.sequence());
        }
    }

    private static void prove(EventStage stage, EngineEvent event) {
        if (event.isCheckpoint()) {
            stage.addTo(event.stateHash());
        }
    }

    private void onTimedEvent(EngineEvent event) {
        long start = LatencyRecorder.now();
        runJournal(event);
        long journaled = mark(LatencyStage.JOURNAL, start);
        runIndicators(event);
        long indicated = mark(LatencyStage.INDICATOR, journaled);
        runStrategies(event);
        long decided = mark(LatencyStage.STRATEGY, indicated);
        runRisk(event);
        long judged = mark(LatencyStage.RISK, decided);
        runRouting(event);
        long routed = mark(LatencyStage.ROUTING, judged);
        if (event.publishedNs() != 0) {
            latency.record(LatencyStage.QUEUE, start - event.publishedNs());
            latency.record(LatencyStage.TOTAL, routed - event.publishedNs());
        }
    }

    private long mark(LatencyStage stage, long since) {
        long now = LatencyRecorder.now();
        latency.record(stage, now - since);
        return now;
    }
}
