package io.lockstep.launcher.venue;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import java.util.List;
import java.util.Map;

/** A gateway in front of another: hands everything on, but for what a subclass does differently. */
public abstract class ForwardingGateway implements VenueGateway {
    private final VenueGateway gateway;

    /** One in front of a gateway, which it closes. */
    protected ForwardingGateway(VenueGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public List<Instrument> loadInstruments() {
        return gateway.loadInstruments();
    }

    @Override
    public void start(EventPublisher publisher, Past past) {
        gateway.start(publisher, past);
    }

    @Override
    public void send(OrderCommandDecoder command) {
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
}
