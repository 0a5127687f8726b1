package io.lockstep.engine.testkit;

import io.lockstep.engine.Engine;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import org.jspecify.annotations.Nullable;

/** Publishes into a running ring and waits until it is empty, so that a test sees what came of each event. */
final class DrainingPublisher implements EventPublisher {
    private final Engine engine;
    private final EventPublisher ring;

    DrainingPublisher(Engine engine, EventPublisher ring) {
        this.engine = engine;
        this.ring = ring;
    }

    @Override
    public @Nullable EngineEvent tryClaim() {
        return ring.tryClaim();
    }

    @Override
    public EngineEvent claim() {
        return ring.claim();
    }

    @Override
    public void publish(EngineEvent event) {
        ring.publish(event);
        engine.awaitDrained();
    }
}
