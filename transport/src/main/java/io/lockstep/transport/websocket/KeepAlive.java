package io.lockstep.transport.websocket;

/** Times pings of ours and notices a peer that has gone. Network thread; times are monotonic nanoseconds. */
final class KeepAlive {
    private final WebSocketSettings settings;
    private long lastPingNs;
    private long lastHeardNs;
    private boolean heard;
    private boolean awaitingPong;
    private long pings;

    KeepAlive(WebSocketSettings settings) {
        this.settings = settings;
    }

    void start(long nowNs) {
        lastPingNs = nowNs;
        lastHeardNs = nowNs;
    }

    /** Notes that bytes arrived; without a time, to cost the receive path nothing. */
    void onBytes() {
        heard = true;
    }

    /** Whether a ping is due; its payload is then {@link #pings()}. */
    boolean isPingDue(long nowNs) {
        if (settings.pingIntervalNs() == 0 || awaitingPong || nowNs - lastPingNs < settings.pingIntervalNs()) {
            return false;
        }
        pings++;
        lastPingNs = nowNs;
        awaitingPong = true;
        return true;
    }

    /** Number of the latest ping. */
    long pings() {
        return pings;
    }

    /** Takes the answer to the latest ping; returns the round trip, nanoseconds, or -1 where it answers nothing. */
    long onPong(long number, long nowNs) {
        if (!awaitingPong || number != pings) {
            return -1;
        }
        awaitingPong = false;
        return nowNs - lastPingNs;
    }

    boolean isPongOverdue(long nowNs) {
        return awaitingPong && nowNs - lastPingNs >= settings.pongTimeoutNs();
    }

    boolean isIdle(long nowNs) {
        if (heard) {
            heard = false;
            lastHeardNs = nowNs;
        }
        return settings.idleTimeoutNs() > 0 && nowNs - lastHeardNs >= settings.idleTimeoutNs();
    }
}
