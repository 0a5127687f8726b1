package io.lockstep.simulator.binance;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.Definitions;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.testkit.Events;
import java.util.ArrayDeque;
import java.util.Deque;

/** A tape a test writes with {@link Events} and a venue plays. */
final class MemoryTape implements RecordSource, EventPublisher {
    private final Deque<EngineEvent> records = new ArrayDeque<>();
    private final Events events = new Events(this);

    /** A tape of one instrument, which has id 0 on it. */
    MemoryTape(Instrument instrument) {
        EngineEvent definition = claim();
        Definitions.encode(instrument, definition, Events.START_NS);
        publish(definition);
    }

    Events events() {
        return events;
    }

    @Override
    public EngineEvent claim() {
        return new EngineEvent();
    }

    @Override
    public EngineEvent tryClaim() {
        return claim();
    }

    @Override
    public void publish(EngineEvent event) {
        records.add(event);
    }

    @Override
    public boolean next(EngineEvent into) {
        EngineEvent next = records.poll();
        if (next != null) {
            into.copyFrom(next.buffer(), 0, next.length());
        }
        return next != null;
    }
}
