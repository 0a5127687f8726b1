package io.lockstep.launcher.scenarios.judge;

import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.launcher.venue.ForwardingGateway;
import io.lockstep.launcher.venue.ObservedPublisher;

/** A gateway whose every event and command is noted on its way. */
final class WatchedGateway extends ForwardingGateway {
    private final Handover handover;

    WatchedGateway(VenueGateway gateway, Handover handover) {
        super(gateway);
        this.handover = handover;
    }

    @Override
    public void start(EventPublisher publisher, Past past) {
        super.start(new ObservedPublisher(publisher, handover::published), past);
    }

    @Override
    public void send(OrderCommandDecoder command) {
        handover.sent(command);
        super.send(command);
    }
}
