package io.lockstep.engine.testkit;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import org.jspecify.annotations.Nullable;

/** Stands in until a harness is live. */
final class NotLive implements EventPublisher {
    static final NotLive INSTANCE = new NotLive();

    private NotLive() {}

    @Override
    public @Nullable EngineEvent tryClaim() {
        throw new IllegalStateException("call step() first");
    }

    @Override
    public EngineEvent claim() {
        throw new IllegalStateException("call step() first");
    }

    @Override
    public void publish(EngineEvent event) {
        throw new IllegalStateException("call step() first");
    }
}
