package io.lockstep.engine.pipeline;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import org.jspecify.annotations.Nullable;

/** Takes nothing: stands in until the engine is live. */
public final class NoPublisher implements EventPublisher {
    /** The one instance. */
    public static final NoPublisher INSTANCE = new NoPublisher();

    private NoPublisher() {}

    @Override
    public @Nullable EngineEvent tryClaim() {
        return null;
    }

    @Override
    public EngineEvent claim() {
        throw new IllegalStateException("the engine is not live");
    }

    @Override
    public void publish(EngineEvent event) {
        throw new IllegalStateException("the engine is not live");
    }
}
