package io.lockstep.gateway.alpaca.status;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import org.jspecify.annotations.Nullable;

/** The way to the engine until it is shut: what comes later is encoded into nowhere. Safe for any number of threads. */
public final class GatedPublisher implements EventPublisher {
    private final EventPublisher publisher;
    private final ThreadLocal<EngineEvent> nowhere = ThreadLocal.withInitial(EngineEvent::new);
    private volatile boolean shut;

    /** @param publisher the way in */
    public GatedPublisher(EventPublisher publisher) {
        this.publisher = publisher;
    }

    /** Lets nothing through from now on, but what was claimed before. */
    public void shut() {
        shut = true;
    }

    @Override
    public @Nullable EngineEvent tryClaim() {
        return shut ? null : publisher.tryClaim();
    }

    @Override
    public EngineEvent claim() {
        return shut ? nowhere.get() : publisher.claim();
    }

    @Override
    public void publish(EngineEvent event) {
        if (!shut || event != nowhere.get()) {
            publisher.publish(event);
        }
    }
}
