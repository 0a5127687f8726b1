package io.lockstep.launcher.wire;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.testkit.Strategies;
import io.lockstep.launcher.venue.Connections;
import io.lockstep.launcher.venue.VenueGateways;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A venue behind its gateway and a socket. */
final class WireSite implements OrderSite {
    private static final long RUN_ID = 7;
    private static final long MOMENT_NS = TimeUnit.MILLISECONDS.toNanos(5);

    private final ReportLog log = new ReportLog();
    private final ServedVenues venues;
    private final Connections network;
    private final VenueGateways gateways;
    private final Instrument instrument;

    /** Connects; the account may not be ready yet. */
    WireSite(Path folder, WireVenue venue) {
        venues = ServedVenues.calm(folder, venue);
        EffectiveConfig config = venues.config(
                Strategies.only(new Strategies.Type("none", () -> new RoundTrip(new ConcurrentHashMap<>()))), "none");
        network = Connections.open(config.config(), Path.of(""), venues.time());
        gateways = network.gateways().trading();
        instrument = gateways.loadInstruments().get(0);
        gateways.start(log, VenueGateway.Past.none(RUN_ID));
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public ReportLog log() {
        return log;
    }

    @Override
    public void send(OrderCommandDecoder command) {
        gateways.send(command);
    }

    @Override
    public void pass() {
        LockSupport.parkNanos(MOMENT_NS);
    }

    @Override
    public boolean answersQueries() {
        return true;
    }

    @Override
    public void close() {
        gateways.close();
        network.close();
        venues.close();
    }
}
