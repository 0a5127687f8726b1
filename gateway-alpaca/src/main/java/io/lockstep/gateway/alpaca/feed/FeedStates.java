package io.lockstep.gateway.alpaca.feed;

import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.StreamKind;
import io.lockstep.gateway.alpaca.status.VenueStatus;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells the engine how the venue's market data as a whole is: as its worst connection. Each change of one is told, with that one's own state
 * in the reason. Headlines are no market: their connection is told as REFERENCE. From any thread.
 */
public final class FeedStates {
    private final Map<String, ConnectionState> states = new HashMap<>();
    private final VenueStatus status;

    /** @param status takes the events */
    public FeedStates(VenueStatus status) {
        this.status = status;
    }

    /** A connection changed its state. */
    synchronized void changed(FeedPlan plan, ConnectionState state, String why) {
        String reason = plan.name() + " " + state + " " + why;
        if (plan.isMarket()) {
            states.put(plan.name(), state);
            status.connection(VenueStatus.NO_ACCOUNT, StreamKind.MARKET_DATA, worst(), reason);
        } else {
            status.connection(VenueStatus.NO_ACCOUNT, StreamKind.REFERENCE, state, reason);
        }
    }

    private ConnectionState worst() {
        ConnectionState worst = ConnectionState.READY;
        for (ConnectionState state : states.values()) {
            worst = rank(state) < rank(worst) ? state : worst;
        }
        return worst;
    }

    private static int rank(ConnectionState state) {
        return switch (state) {
            case DOWN, NULL_VAL -> 0;
            case CONNECTING -> 1;
            case STALE -> 2;
            case UP -> 3;
            case READY -> 4;
        };
    }
}
