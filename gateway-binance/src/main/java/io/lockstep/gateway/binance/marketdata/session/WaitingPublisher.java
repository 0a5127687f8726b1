package io.lockstep.gateway.binance.marketdata.session;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;

/** Waits for room instead of giving market data up: for those who write everything down and decide nothing. */
final class WaitingPublisher implements EventPublisher {
    private final EventPublisher publisher;

    WaitingPublisher(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public EngineEvent tryClaim() {
        return publisher.claim();
    }

    @Override
    public EngineEvent claim() {
        return publisher.claim();
    }

    @Override
    public void publish(EngineEvent event) {
        publisher.publish(event);
    }
}
