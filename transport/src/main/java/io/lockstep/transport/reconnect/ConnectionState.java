package io.lockstep.transport.reconnect;

/** Where a managed connection stands: what it has, and what it is building. */
public enum ConnectionState {
    /** Not started. */
    IDLE(false),
    /** Down; the next attempt waits for its time. */
    WAITING(false),
    /** Down; a socket is being opened. */
    CONNECTING(false),
    /** Down; a socket is open and being subscribed. */
    SUBSCRIBING(false),
    /** Up. */
    UP(true),
    /** Up, to be replaced; the next attempt waits for its time. */
    UP_WAITING(true),
    /** Up, to be replaced; the successor is being opened. */
    UP_CONNECTING(true),
    /** Up, to be replaced; the successor is open and being subscribed. */
    UP_SUBSCRIBING(true),
    /** Over. */
    STOPPED(false);

    private final boolean up;

    ConnectionState(boolean up) {
        this.up = up;
    }

    /** Whether a subscribed session is there. */
    public boolean isUp() {
        return up;
    }

    /** Whether the next attempt waits for its time. */
    boolean isWaiting() {
        return this == WAITING || this == UP_WAITING;
    }

    /** Whether a session is being built. */
    boolean isBuilding() {
        return this == CONNECTING || this == SUBSCRIBING || this == UP_CONNECTING || this == UP_SUBSCRIBING;
    }
}
