package io.lockstep.launcher.session;

import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.OrderGateway;
import io.lockstep.launcher.session.LiveSession.End;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a live session's market data comes from and its orders go: recordings with the simulated venue, or real connections. Used by the
 * session's thread, but for {@link #orders}, which belongs to the engine's.
 */
public interface SessionMarket {
    /** Makes a market for an engine that has taken its past in and is not live yet. */
    interface Opener {
        /** Makes it; nothing is played and nothing is connected before {@link SessionMarket#begin}. */
        SessionMarket open(LiveSession.Start start);
    }

    /** Takes the engine's orders. */
    OrderGateway orders();

    /** Publishes the start of the run, then begins. */
    void begin(EventPublisher publisher);

    /**
     * Plays until there is nothing left or the session is to end.
     *
     * @param endNow says how to end, null to go on
     * @return how it ended
     */
    End play(Supplier<@Nullable End> endNow);

    /** Lets what is under way come to its end, closes what is open, and publishes the end of the run. Of a kill the engine knows already. */
    void finish(End end);
}
