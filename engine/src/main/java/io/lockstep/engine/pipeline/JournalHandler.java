package io.lockstep.engine.pipeline;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.EventStage;
import io.lockstep.engine.event.RecordChain;
import io.lockstep.engine.port.EventLog;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;

/** Seals every input and appends it to the journal, before any order it causes may leave. */
public final class JournalHandler implements EventStage {
    private final Counters counters;
    private final RecordChain chain;
    private EventLog inputs;

    /**
     * A handler that continues a log.
     *
     * @param inputs where inputs are kept
     */
    public JournalHandler(EventLog inputs, Counters counters) {
        this.inputs = inputs;
        this.counters = counters;
        chain = new RecordChain(inputs.lastSequence(), inputs.lastChain());
    }

    @Override
    public void onEvent(EngineEvent event) {
        if (event.sequence() != chain.sequence() + 1) {
            throw new IllegalStateException(
                    "event is not the next one: sequence=" + event.sequence() + ", journaled=" + chain.sequence());
        }
        chain.seal(event.buffer(), 0);
        inputs.append(event.buffer(), 0, event.length());
        counters.add(Counter.JOURNALED, 1);
    }

    /** Goes on where its log stands now: a past that does not begin with the first record of all. */
    public void resume() {
        chain.reset(inputs.lastSequence(), inputs.lastChain());
    }

    /** Appends to another log from now on, which must have come equally far. */
    public void continueIn(EventLog log) {
        if (log.lastSequence() != chain.sequence() || log.lastChain() != chain.value()) {
            throw new IllegalStateException(
                    "log stands elsewhere: sequence=" + log.lastSequence() + ", expected=" + chain.sequence());
        }
        inputs = log;
    }

    /** Forces everything appended onto the device. */
    public void sync() {
        inputs.sync();
    }
}
