package io.lockstep.launcher.venue;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A publisher that shows each event to somebody before it is published.
 *
 * @param publisher where events go
 * @param observer shown each event, complete, on the thread that publishes it
 */
public record ObservedPublisher(EventPublisher publisher, Consumer<EngineEvent> observer) implements EventPublisher {
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
        observer.accept(event);
        publisher.publish(event);
    }
}
