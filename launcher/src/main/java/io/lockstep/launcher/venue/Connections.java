package io.lockstep.launcher.venue;

import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.transport.Transport;
import io.lockstep.transport.TransportSettings;
import io.lockstep.transport.net.IoSettings;
import io.lockstep.transport.net.TlsSettings;
import io.lockstep.transport.net.TransportClock;
import java.nio.file.Path;
import org.agrona.concurrent.EpochNanoClock;

/** The network of one process: its threads, its clock, and what it takes to make gateways. */
public final class Connections implements AutoCloseable {
    private final Transport transport;
    private final EpochNanoClock clock;
    private final GatewayFactory gateways;

    private Connections(Transport transport, EpochNanoClock clock, GatewayFactory gateways) {
        this.transport = transport;
        this.clock = clock;
        this.gateways = gateways;
    }

    /**
     * Starts the network threads; nothing is connected yet.
     *
     * @param home folder that names of key files are relative to
     * @param clock our time, UTC
     */
    public static Connections open(LockstepConfig config, Path home, EpochNanoClock clock) {
        return open(config, new ApiKeys(home, System::getenv), clock);
    }

    /**
     * The same with keys from somewhere else.
     *
     * @param keys reads keys of accounts
     */
    public static Connections open(LockstepConfig config, ApiKeys keys, EpochNanoClock clock) {
        TransportClock networkClock = new TransportClock(System::nanoTime, clock::nanoTime);
        Transport transport = new Transport(
                new TransportSettings(IoSettings.DEFAULT, TlsSettings.DEFAULT, clock.nanoTime()), networkClock);
        return new Connections(transport, clock, new GatewayFactory(config, keys, transport, clock));
    }

    /** Makes gateways. */
    public GatewayFactory gateways() {
        return gateways;
    }

    /** Our time, UTC. */
    public EpochNanoClock clock() {
        return clock;
    }

    /** Makes connections. */
    public Transport transport() {
        return transport;
    }

    @Override
    public void close() {
        transport.close();
    }
}
