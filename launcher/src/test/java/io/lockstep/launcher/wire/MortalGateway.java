package io.lockstep.launcher.wire;

import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.launcher.venue.ForwardingGateway;
import org.agrona.concurrent.EpochNanoClock;

/**
 * A gateway with which the engine dies: at a command that is in the journal and has not left. That is the end of a process as its venue and its
 * journal see it. Engine thread.
 */
final class MortalGateway extends ForwardingGateway {
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
        super(gateway);
        this.clock = clock;
        this.diesNs = diesNs;
        this.left = left;
    }

    @Override
    public void send(OrderCommandDecoder command) {
        if (clock.nanoTime() >= diesNs && left-- <= 0) {
            throw new Death();
        }
        super.send(command);
    }

    /** The end. */
    static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1;

        Death() {
            super("the process dies here");
        }
    }
}
