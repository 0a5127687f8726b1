package io.lockstep.engine.pipeline;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import org.jspecify.annotations.Nullable;

/**
 * Publishes into a ring one event at a time: the next only after the last is through, so that a backtest on staged threads has the order of
 * a stepped one.
 */
final class AwaitingPublisher implements EventPublisher {
    private final EventPublisher publisher;
    private final Runnable awaitDrained;

    /** @param awaitDrained returns when everything published is through */
    AwaitingPublisher(EventPublisher publisher, Runnable awaitDrained) {
        this.publisher = publisher;
        this.awaitDrained = awaitDrained;
    }

    @Override
    public @Nullable EngineEvent tryClaim() {
        return publisher.tryClaim();
    }

    @Override
    public EngineEvent claim() {
        return publisher.claim();
    }

    @Override
    public void publish(EngineEvent event) {
        publisher.publish(event);
        awaitDrained.run();
    }
}
