package io.lockstep.launcher.scenarios.judge;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A gateway whose every event and command is noted on its way. */
final class WatchedGateway implements VenueGateway {
    private final VenueGateway gateway;
    private final Handover handover;

    WatchedGateway(VenueGateway gateway, Handover handover) {
        this.gateway = gateway;
        this.handover = handover;
    }

    @Override
    public List<Instrument> loadInstruments() {
        return gateway.loadInstruments();
    }

    @Override
    public void start(EventPublisher publisher, long runId) {
        gateway.start(new WatchedPublisher(publisher, handover), runId);
    }

    @Override
    public void send(OrderCommandDecoder command) {
        handover.sent(command);
        gateway.send(command);
    }

    @Override
    public Map<String, Long> counters() {
        return gateway.counters();
    }

    @Override
    public void close() {
        gateway.close();
    }

    private record WatchedPublisher(EventPublisher publisher, Handover handover) implements EventPublisher {
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
            handover.published(event);
            publisher.publish(event);
        }
    }
}
