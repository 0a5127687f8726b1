package io.lockstep.engine.testkit;

import io.lockstep.engine.Engine;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import org.jspecify.annotations.Nullable;

/** Lets the engine tell itself what it has to after each event, as a stepping driver must. */
final class SettlingPublisher implements EventPublisher {
    private final Engine engine;
    private final EventPublisher stepped;

    SettlingPublisher(Engine engine, EventPublisher stepped) {
        this.engine = engine;
        this.stepped = stepped;
    }

    @Override
    public @Nullable EngineEvent tryClaim() {
        return stepped.tryClaim();
    }

    @Override
    public EngineEvent claim() {
        return stepped.claim();
    }

    @Override
    public void publish(EngineEvent event) {
        stepped.publish(event);
        engine.settle(stepped);
    }
}
