package io.lockstep.gateway.binance.session.context;

import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.StreamKind;
import io.lockstep.gateway.binance.execution.StatusPublisher;

/**
 * Whether the account can be relied on: its user stream is proven, and what could have been missed before was read. Any thread.
 *
 * <pre>
 *   DOWN ──streamUp──► UP ──caughtUp──► READY
 *     ▲                 │                 │
 *     └──── streamDown ─┴─────────────────┘         refused for good: DOWN, and stays there
 * </pre>
 */
public final class Readiness {
    private final StatusPublisher status;
    private volatile boolean ready;
    private boolean up;
    private boolean refused;
    private int epoch;

    /** Begins down; each change is published. */
    public Readiness(StatusPublisher status) {
        this.status = status;
    }

    /** Whether new orders may be sent. */
    public boolean isReady() {
        return ready;
    }

    /** Whether the user stream is proven, and a catch-up would make the account ready. */
    public synchronized boolean isUp() {
        return up && !refused;
    }

    /** Counts the times the stream went down, so that a catch-up begun before is not taken for one begun after. */
    public synchronized int epoch() {
        return epoch;
    }

    /** The user stream is proven; a session that replaces another without a loss changes nothing. */
    public void streamUp() {
        synchronized (this) {
            if (up) {
                return;
            }
            up = true;
        }
        status.connection(StreamKind.USER_DATA, ConnectionState.UP, "");
    }

    /** The user stream is lost, or cannot be believed. */
    public void streamDown(String reason) {
        synchronized (this) {
            if (!up) {
                return;
            }
            up = false;
            ready = false;
            epoch++;
        }
        status.connection(StreamKind.USER_DATA, ConnectionState.DOWN, reason);
    }

    /** Everything was read; the account is ready unless the stream went down since {@code sinceEpoch}. */
    public boolean caughtUp(int sinceEpoch) {
        synchronized (this) {
            if (!up || refused || ready || epoch != sinceEpoch) {
                return ready;
            }
            ready = true;
        }
        status.connection(StreamKind.USER_DATA, ConnectionState.READY, "");
        return true;
    }

    /** The venue refuses the key or the account: an operator has to act, and the process to be started anew. */
    public void refuse(int venueCode, String text) {
        synchronized (this) {
            if (refused) {
                return;
            }
            refused = true;
            ready = false;
            epoch++;
        }
        status.error(venueCode, "ACCESS_REFUSED", text);
        status.connection(StreamKind.USER_DATA, ConnectionState.DOWN, "ACCESS_REFUSED");
    }
}
