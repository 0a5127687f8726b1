package io.lockstep.engine.testkit;

import io.lockstep.engine.Engine;
import io.lockstep.engine.EngineOutputs;
import io.lockstep.engine.EngineSettings;
import io.lockstep.engine.EngineSetup;
import io.lockstep.engine.FatalHandler;
import io.lockstep.engine.Threading;
import io.lockstep.engine.WaitMode;
import io.lockstep.engine.control.KillLatch;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.InMemoryEventLog;
import io.lockstep.engine.port.LogPoint;
import io.lockstep.engine.port.OrderGateway;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import io.lockstep.engine.telemetry.LatencyRecorder;
import java.util.ArrayList;
import java.util.List;

/**
 * An engine with everything around it faked: logs in memory, a gateway that remembers, a clock the test moves. It runs stepped unless told
 * otherwise, on the test's thread.
 *
 * <pre>{@code
 * EngineHarness engine = EngineHarness.of(new ScriptedStrategy()).step();
 * engine.events().quote(0, e8("100"), e8("100.01"));
 * assertThat(engine.gateway().commands()).hasSize(1);
 * }</pre>
 */
public final class EngineHarness {
    private final Counters counters = new Counters();
    private final FakeOrderGateway gateway = new FakeOrderGateway();
    private final Engine engine;
    private InMemoryEventLog inputs = new InMemoryEventLog();
    private InMemoryEventLog decisions = new InMemoryEventLog();
    private OrderGateway venue = gateway;
    private KillLatch latch = KillLatch.NEVER;
    private Events events = new Events(NotLive.INSTANCE);

    /** An engine of a set-up, not live yet. */
    public EngineHarness(EngineSetup setup) {
        engine = new Engine(setup, counters, new LatencyRecorder(0));
    }

    /** An engine of the usual test set-up, not live yet. */
    public static EngineHarness of(Strategy... strategies) {
        return new EngineHarness(TestSetup.of(strategies).build());
    }

    /** Goes live with another gateway than the one that remembers. */
    public EngineHarness to(OrderGateway other) {
        venue = other;
        return this;
    }

    /** Goes live with a kill latch. */
    public EngineHarness latch(KillLatch killLatch) {
        latch = killLatch;
        return this;
    }

    /** Continues these logs, and replays what they hold before going live. */
    public EngineHarness replay(InMemoryEventLog recordedInputs, InMemoryEventLog recordedDecisions) {
        inputs = recordedInputs;
        decisions = recordedDecisions;
        engine.replay(recordedInputs.source(), recordedDecisions.source());
        return this;
    }

    /** Begins an epoch behind these places. */
    public EngineHarness continueFrom(LogPoint inputsEnd, LogPoint decisionsEnd) {
        inputs = InMemoryEventLog.at(inputsEnd);
        decisions = InMemoryEventLog.at(decisionsEnd);
        engine.replay(inputs.source(), decisions.source());
        return this;
    }

    /** Uses these empty logs, for example preallocated ones. */
    public EngineHarness logs(InMemoryEventLog emptyInputs, InMemoryEventLog emptyDecisions) {
        inputs = emptyInputs;
        decisions = emptyDecisions;
        return this;
    }

    /** Goes live on the calling thread; feedback is handled within each publish. */
    public EngineHarness step() {
        return live(engine.step(outputs()));
    }

    /** Goes live on the ring, with the threads its settings say; each publish returns when everything is through. */
    public EngineHarness start(FatalHandler fatal) {
        EventPublisher ring = engine.start(outputs(), fatal);
        events = new Events(new DrainingPublisher(engine, ring));
        return this;
    }

    /** Goes live on staged threads, one event at a time. */
    public EngineHarness stepStaged(FatalHandler fatal) {
        return live(engine.stepStaged(outputs(), fatal));
    }

    /** Where a live engine's records and orders go. */
    public EngineOutputs outputs() {
        return new EngineOutputs(inputs, decisions, venue, latch, false);
    }

    /** The engine. */
    public Engine engine() {
        return engine;
    }

    /** The way in. */
    public Events events() {
        return events;
    }

    /** What was sent. */
    public FakeOrderGateway gateway() {
        return gateway;
    }

    /** Input journal. */
    public InMemoryEventLog inputs() {
        return inputs;
    }

    /** Decision journal. */
    public InMemoryEventLog decisions() {
        return decisions;
    }

    /** A counter's value. */
    public long count(Counter counter) {
        return counters.get(counter);
    }

    /** All counters. */
    public Counters counters() {
        return counters;
    }

    /** SBE template ids of all decisions, in order. */
    public List<Integer> decisionKinds() {
        List<Integer> kinds = new ArrayList<>();
        for (int i = 0; i < decisions.count(); i++) {
            kinds.add(decisions.templateId(i));
        }
        return kinds;
    }

    /** Input sequences that caused the decisions, in order. */
    public List<Long> decisionCauses() {
        List<Long> causes = new ArrayList<>();
        for (int i = 0; i < decisions.count(); i++) {
            causes.add(decisions.view(i).getLong(RecordLayout.BODY_OFFSET));
        }
        return causes;
    }

    private EngineHarness live(EventPublisher publisher) {
        events = new Events(new SettlingPublisher(engine, publisher));
        return this;
    }

    /** The usual test settings: blocking waits, frequent checkpoints. */
    public static EngineSettings settings() {
        return new EngineSettings(Threading.FUSED, WaitMode.BLOCKING, 64, 16, 0, 250, 100, 30_000, 16_384);
    }

    /** Instruments 0 (Bitcoin spot) and 1 (an Ether perpetual). */
    public static List<Instrument> instruments() {
        return List.of(TestInstruments.bitcoin(0), TestInstruments.etherPerpetual(1));
    }
}
