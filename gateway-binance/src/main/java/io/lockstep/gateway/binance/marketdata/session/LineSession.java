package io.lockstep.gateway.binance.marketdata.session;

import io.lockstep.transport.reconnect.Session;

/** One session of a line and how far its subscription is. Network thread. */
final class LineSession {
    private final Session session;
    private final Subscription subscription;
    private boolean up;
    private long upNs;

    LineSession(Session session, Subscription subscription) {
        this.session = session;
        this.subscription = subscription;
    }

    Session session() {
        return session;
    }

    Subscription subscription() {
        return subscription;
    }

    boolean is(Session other) {
        return session == other;
    }

    /** Every subscription is confirmed. */
    void up(long nowNs) {
        up = true;
        upNs = nowNs;
    }

    boolean isUp() {
        return up;
    }

    boolean isUpFor(long durationNs, long nowNs) {
        return up && nowNs - upNs >= durationNs;
    }
}
