package io.lockstep.launcher.wire;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.EpochNanoClock;

/**
 * A gateway with which the engine dies: at a command that is in the journal and has not left. That is the end of a process as its venue and its
 * journal see it. Engine thread.
 */
final class MortalGateway implements VenueGateway {
    private final VenueGateway gateway;
    private final EpochNanoClock clock;
    private final long diesNs;
    private int left;

    /**
     * A gateway that lets some commands pass.
     *
     * @param diesNs time from which commands count, UTC, nanoseconds
     * @param left how many still leave from then on
     */
    MortalGateway(VenueGateway gateway, EpochNanoClock clock, long diesNs, int left) {
        this.gateway = gateway;
        this.clock = clock;
        this.diesNs = diesNs;
        this.left = left;
    }

    @Override
    public void send(OrderCommandDecoder command) {
        if (clock.nanoTime() >= diesNs && left-- <= 0) {
            throw new Death();
        }
        gateway.send(command);
    }

    @Override
    public List<Instrument> loadInstruments() {
        return gateway.loadInstruments();
    }

    @Override
    public void start(EventPublisher publisher, long runId) {
        gateway.start(publisher, runId);
    }

    @Override
    public Map<String, Long> counters() {
        return gateway.counters();
    }

    @Override
    public void close() {
        gateway.close();
    }

    /** The end. */
    static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1;

        Death() {
            super("the process dies here");
        }
    }
}
