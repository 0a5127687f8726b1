package io.lockstep.transport.reconnect;

import static io.lockstep.transport.reconnect.ConnectionEvent.ATTEMPT_DUE;
import static io.lockstep.transport.reconnect.ConnectionEvent.FAILED;
import static io.lockstep.transport.reconnect.ConnectionEvent.LOST;
import static io.lockstep.transport.reconnect.ConnectionEvent.OPENED;
import static io.lockstep.transport.reconnect.ConnectionEvent.REPLACE;
import static io.lockstep.transport.reconnect.ConnectionEvent.START;
import static io.lockstep.transport.reconnect.ConnectionEvent.STOP;
import static io.lockstep.transport.reconnect.ConnectionEvent.SUBSCRIBED;
import static io.lockstep.transport.reconnect.ConnectionState.CONNECTING;
import static io.lockstep.transport.reconnect.ConnectionState.IDLE;
import static io.lockstep.transport.reconnect.ConnectionState.STOPPED;
import static io.lockstep.transport.reconnect.ConnectionState.SUBSCRIBING;
import static io.lockstep.transport.reconnect.ConnectionState.UP;
import static io.lockstep.transport.reconnect.ConnectionState.UP_CONNECTING;
import static io.lockstep.transport.reconnect.ConnectionState.UP_SUBSCRIBING;
import static io.lockstep.transport.reconnect.ConnectionState.UP_WAITING;
import static io.lockstep.transport.reconnect.ConnectionState.WAITING;

import java.util.EnumMap;
import java.util.Map;

/**
 * The moves of a managed connection, one a line. Total: an event without a line leaves the state as it is, because it comes from
 * something that is no longer of interest.
 *
 * <pre>
 *  IDLE ─► WAITING ─► CONNECTING ─► SUBSCRIBING ─► UP ◄────────────────────────────────┐
 *             ▲            │             │         │ REPLACE                           │ the old session closes
 *             └── FAILED ──┴─────────────┘         ▼                                   │ only here
 *             └── LOST ─────────────────────── UP_WAITING ─► UP_CONNECTING ─► UP_SUBSCRIBING
 * </pre>
 */
public final class ConnectionLifecycle {
    private static final Map<ConnectionState, Map<ConnectionEvent, ConnectionState>> MOVES =
            new EnumMap<>(ConnectionState.class);

    static {
        allow(IDLE, START, WAITING);
        allow(WAITING, ATTEMPT_DUE, CONNECTING);
        allow(CONNECTING, OPENED, SUBSCRIBING);
        allow(CONNECTING, FAILED, WAITING);
        allow(SUBSCRIBING, SUBSCRIBED, UP);
        allow(SUBSCRIBING, FAILED, WAITING);

        allow(UP, LOST, WAITING);
        allow(UP, REPLACE, UP_WAITING);
        allow(UP_WAITING, ATTEMPT_DUE, UP_CONNECTING);
        allow(UP_WAITING, LOST, WAITING);
        allow(UP_CONNECTING, OPENED, UP_SUBSCRIBING);
        allow(UP_CONNECTING, FAILED, UP_WAITING);
        allow(UP_CONNECTING, LOST, CONNECTING); // the successor under way is now the next session
        allow(UP_SUBSCRIBING, SUBSCRIBED, UP);
        allow(UP_SUBSCRIBING, FAILED, UP_WAITING);
        allow(UP_SUBSCRIBING, LOST, SUBSCRIBING);

        for (ConnectionState state : ConnectionState.values()) {
            allow(state, STOP, STOPPED);
        }
    }

    private ConnectionLifecycle() {}

    /** The state after {@code event}; the same state where the event means nothing there. */
    public static ConnectionState next(ConnectionState state, ConnectionEvent event) {
        return MOVES.getOrDefault(state, Map.of()).getOrDefault(event, state);
    }

    private static void allow(ConnectionState from, ConnectionEvent event, ConnectionState to) {
        MOVES.computeIfAbsent(from, state -> new EnumMap<>(ConnectionEvent.class))
                .put(event, to);
    }
}
