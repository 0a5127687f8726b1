package io.lockstep.gateway.alpaca.session;

/**
 * Tells when a dialogue takes too long and when a connection has been silent too long.
 *
 * <p>The venue pings every 54 s, so three pings without any frame mean that nobody is there, whatever the socket says.
 */
final class SessionClock {
    private static final long HANDSHAKE_NS = 10_000_000_000L;
    private static final long SILENCE_NS = 165_000_000_000L;

    private long openedNs;
    private long lastInboundNs;

    void onOpen(long nowNs) {
        openedNs = nowNs;
        lastInboundNs = nowNs;
    }

    void onInbound(long nowNs) {
        lastInboundNs = nowNs;
    }

    boolean isHandshakeLate(long nowNs) {
        return nowNs - openedNs > HANDSHAKE_NS;
    }

    boolean isMute(long nowNs) {
        return nowNs - lastInboundNs > SILENCE_NS;
    }
}
