package io.lockstep.engine;

import io.lockstep.engine.carry.CarryWriter;
import io.lockstep.engine.desk.RiskHandler;
import io.lockstep.engine.indicator.IndicatorHandler;
import io.lockstep.engine.indicator.IndicatorRegistry;
import io.lockstep.engine.pipeline.JournalHandler;
import io.lockstep.engine.pipeline.NoPublisher;
import io.lockstep.engine.pipeline.Pipeline;
import io.lockstep.engine.pipeline.RingRunner;
import io.lockstep.engine.pipeline.RoutingHandler;
import io.lockstep.engine.pipeline.RoutingHandler.Durability;
import io.lockstep.engine.pipeline.SteppedPublisher;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.replay.PastDecisions;
import io.lockstep.engine.replay.PastInputs;
import io.lockstep.engine.replay.PastRun;
import io.lockstep.engine.risk.RiskSetup;
import io.lockstep.engine.strategy.StrategyHandler;
import io.lockstep.engine.strategy.StrategySpec;
import io.lockstep.engine.strategy.Suppressions;
import io.lockstep.engine.telemetry.Counters;
import io.lockstep.engine.telemetry.LatencyRecorder;
import org.jspecify.annotations.Nullable;

/**
 * One trading engine. First it takes in its past, if it has one, then it goes live: on a ring with threads of its own, or stepped by its
 * caller.
 *
 * <pre>{@code
 * Engine engine = new Engine(setup, counters, latency);
 * engine.replay(recordedInputs, recordedDecisions);      // rebuilds state, proves every recorded decision
 * EventPublisher publisher = engine.start(outputs, fatalHandler);
 * ...
 * engine.stop(5_000);
 * }</pre>
 *
 * <p>One thread builds, replays, starts and stops it; publishers may be used by any number.
 */
public final class Engine {
    private static final long NS_PER_MS = 1_000_000;

    private final EngineSetup setup;
    private final LatencyRecorder latency;
    private final PastInputs pastInputs = new PastInputs();
    private final PastDecisions pastDecisions = new PastDecisions();
    private final Pipeline pipeline;
    private @Nullable RingRunner ring;

    /**
     * Builds the handlers and lets the strategies declare what they need.
     *
     * @throws IllegalArgumentException if a strategy declares what is not configured
     */
    public Engine(EngineSetup setup, Counters counters, LatencyRecorder latency) {
        this.setup = setup;
        this.latency = latency;
        EngineSettings settings = setup.settings();
        IndicatorRegistry registry = new IndicatorRegistry(setup.sessionOf());
        StrategyHandler strategies = new StrategyHandler(
                setup.strategies(),
                setup.instrumentTable(),
                setup.timeframes(),
                registry,
                setup.sessionOf(),
                setup.risk().maxDataAgeMs() * NS_PER_MS,
                setup.remembered(),
                counters);
        IndicatorHandler indicators = new IndicatorHandler(
                registry, setup.instruments().size(), settings.barCloseDelayMs() * NS_PER_MS, counters);
        RiskSetup riskSetup = new RiskSetup(
                setup.risk(),
                setup.accounts(),
                setup.strategies().stream().map(StrategySpec::name).toList(),
                setup.strategies().stream().map(StrategySpec::accountId).toList(),
                setup.sessionOf(),
                setup.remembered());
        RiskHandler risk = new RiskHandler(riskSetup, setup.instrumentTable(), counters);
        JournalHandler journal = new JournalHandler(pastInputs, counters);
        RoutingHandler routing = new RoutingHandler(pastDecisions, counters);
        pipeline = new Pipeline(
                journal, indicators, strategies, risk, routing, settings.checkpointEvery(), latency, counters);
    }

    /**
     * Takes in recorded inputs and checks that they lead to the recorded decisions. Once, before the engine goes live.
     *
     * @return number of inputs taken in
     * @throws io.lockstep.engine.replay.Divergence if a decision differs, or is missing where it cannot be; the engine must then not be used
     * @throws io.lockstep.engine.replay.HandlerFailure if a handler throws
     * @throws IllegalStateException if a record is damaged
     */
    public long replay(RecordSource inputs, RecordSource decisions) {
        EngineSettings settings = setup.settings();
        int underWay = settings.threading() == Threading.STAGED ? settings.ringSize() : 1;
        new PastRun(pipeline, pastInputs, pastDecisions).prove(inputs, decisions, underWay);
        return pastInputs.lastSequence();
    }

    /**
     * Takes in what a repair left of a past, and checks it as far as it is there. The engine can then be asked for its state and for
     * {@link #carryTo}; it cannot go live, for its journal lacks records.
     *
     * @throws io.lockstep.engine.replay.Divergence if a decision differs
     * @throws io.lockstep.engine.replay.HandlerFailure if a handler throws
     */
    public void salvage(RecordSource inputs, RecordSource decisions) {
        new PastRun(pipeline, pastInputs, pastDecisions).salvage(inputs, decisions);
    }

    /** Writes what must outlive an epoch: orders, positions, ledgers, trading states, what controls count with. */
    public void carryTo(CarryWriter writer) {
        pipeline.strategies().carryTo(writer);
        pipeline.risk().carryTo(writer);
    }

    /** Decisions the last inputs led to that were not recorded, because the process died in between; never sent. */
    public int unrecordedDecisions() {
        return pastDecisions.missingCount();
    }

    /** Goes live on the calling thread: an event is handled while it is published. For backtests and tests. */
    public EventPublisher step(EngineOutputs outputs) {
        goLive(outputs, NoPublisher.INSTANCE);
        return new SteppedPublisher(pastInputs.lastSequence(), pipeline::onEvent);
    }

    /** Goes live on staged threads, one event at a time: each is through when publish returns. */
    public EventPublisher stepStaged(EngineOutputs outputs, FatalHandler fatal) {
        goLive(outputs, NoPublisher.INSTANCE);
        WaitMode waitMode = setup.settings().waitMode();
        // one event is under way at a time: what counts is how soon the next stage wakes
        RingRunner runner = createRing(true, waitMode == WaitMode.AUTO ? WaitMode.YIELDING : waitMode, fatal);
        runner.start();
        ring = runner;
        return runner.awaitingPublisher();
    }

    /** Goes live on the ring with threads of its own. */
    public EventPublisher start(EngineOutputs outputs, FatalHandler fatal) {
        boolean staged = setup.settings().threading() == Threading.STAGED;
        if (staged && outputs.syncBeforeSend()) {
            throw new IllegalArgumentException("syncing before each send needs one thread: threading=staged");
        }
        RingRunner runner = createRing(staged, setup.settings().waitMode(), fatal);
        goLive(outputs, runner.publisher());
        runner.start();
        ring = runner;
        return runner.publisher();
    }

    /** Publishes the engine's own feedback until none is left; a stepping caller does so after each event. */
    public void settle(EventPublisher publisher) {
        while (pipeline.routing().hasFeedback()) {
            pipeline.routing().flushFeedback(publisher);
        }
    }

    /**
     * Waits until the ring has handled all that was published; for a feed whose recorded time must not run ahead of the engine.
     *
     * @throws IllegalStateException if a handler has failed
     */
    public void awaitDrained() {
        RingRunner runner = ring;
        if (runner != null) {
            runner.awaitDrained();
        }
    }

    /** Shows every event to a watcher, after the last handler; set it before going live. */
    public void listen(EngineListener listener) {
        pipeline.listener(listener);
    }

    /**
     * Handles what is in the ring and stops the threads. Publishers must have stopped before.
     *
     * @return whether the ring ran empty in time and no handler had failed
     */
    public boolean stop(long timeoutMs) {
        RingRunner runner = ring;
        ring = null;
        return runner == null || runner.stop(timeoutMs);
    }

    /** Slots still free in the ring; 0 when it is not running. */
    public long remainingCapacity() {
        RingRunner runner = ring;
        return runner == null ? 0 : runner.remainingCapacity();
    }

    /** Positions, cash, orders and trading states; on the engine's thread, or after it has stopped. */
    public RiskHandler risk() {
        return pipeline.risk();
    }

    /** Signals not acted on; on the engine's thread, or after it has stopped. */
    public Suppressions suppressions() {
        return pipeline.strategies().suppressions();
    }

    /** Rolling hash of all decisions; on the engine's thread, or after it has stopped. */
    public long decisionHash() {
        return pipeline.routing().decisionHash();
    }

    /** Number of decisions; on the engine's thread, or after it has stopped. */
    public long decisionCount() {
        return pipeline.routing().decisionCount();
    }

    /** Hash of everything later decisions depend on; on the engine's thread, or after it has stopped. */
    public long stateHash() {
        return pipeline.stateHash();
    }

    private void goLive(EngineOutputs outputs, EventPublisher feedbackTo) {
        pastDecisions.appendMissingTo(outputs.decisions());
        pipeline.journal().continueIn(outputs.inputs());
        Durability durability = outputs.syncBeforeSend() ? () -> sync(outputs) : Durability.NONE;
        pipeline.routing().goLive(outputs.decisions(), outputs.gateway(), feedbackTo, outputs.latch(), durability);
    }

    private static void sync(EngineOutputs outputs) {
        outputs.inputs().sync();
        outputs.decisions().sync();
    }

    private RingRunner createRing(boolean staged, WaitMode wished, FatalHandler fatal) {
        EngineSettings settings = setup.settings();
        int cores = Runtime.getRuntime().availableProcessors();
        WaitMode waitMode = wished.resolve((staged ? Threading.STAGED : Threading.FUSED).threads(), cores);
        return new RingRunner(
                pipeline,
                staged,
                settings.ringSize(),
                waitMode.create(),
                pastInputs.lastSequence(),
                latency.isOn(),
                fatal::onFatal);
    }
}
