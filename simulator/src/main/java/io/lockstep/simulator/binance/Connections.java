package io.lockstep.simulator.binance;

import io.lockstep.simulator.wire.SocketPeer;
import io.lockstep.simulator.wire.SocketSession;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The WebSockets of one product: pings them, cuts those that do not answer and those that have lived their time. */
final class Connections {
    private final long pingMs;
    private final long pongMs;
    private final long lifeMs;
    private final Set<Connection> open = new LinkedHashSet<>();
    private long nowMs;

    Connections(long pingMs, long pongMs, long lifeMs) {
        this.pingMs = pingMs;
        this.pongMs = pongMs;
        this.lifeMs = lifeMs;
    }

    /**
     * Looks after a connection.
     *
     * @param isApi whether it is one to the WebSocket API
     * @param announce tells its client that it is about to be cut
     */
    SocketSession watch(SocketPeer peer, SocketSession session, boolean isApi, Runnable announce) {
        Connection connection = new Connection(peer, session, isApi, announce);
        open.add(connection);
        return connection;
    }

    /** Pings and cuts what is due. */
    void tick(long newNowMs) {
        nowMs = newNowMs;
        for (Connection each : all()) {
            each.tick();
        }
    }

    /** Tells every client that its connection is about to be cut. */
    void announceShutdown() {
        all().forEach(each -> each.announce.run());
    }

    /** Cuts the connections to the WebSocket API, as a ban does. */
    void cutApi() {
        for (Connection each : all()) {
            if (each.isApi) {
                each.peer.close(1008, "disconnected");
            }
        }
    }

    private List<Connection> all() {
        return new ArrayList<>(open);
    }

    /** One connection; passes on what its session should hear. */
    private final class Connection implements SocketSession {
        private final SocketPeer peer;
        private final SocketSession session;
        private final boolean isApi;
        private final Runnable announce;
        private final long openedMs = nowMs;
        private long pingedMs = nowMs;
        private long unansweredMs = -1;

        Connection(SocketPeer peer, SocketSession session, boolean isApi, Runnable announce) {
            this.peer = peer;
            this.session = session;
            this.isApi = isApi;
            this.announce = announce;
        }

        private void tick() {
            if (nowMs - openedMs >= lifeMs) {
                peer.close(1001, "connection lived its time");
            } else if (unansweredMs >= 0 && nowMs - unansweredMs >= pongMs) {
                peer.cut();
            } else if (nowMs - pingedMs >= pingMs) {
                pingedMs = nowMs;
                unansweredMs = unansweredMs < 0 ? nowMs : unansweredMs;
                peer.ping(String.valueOf(nowMs));
            }
        }

        @Override
        public void onText(String text) {
            session.onText(text);
        }

        /** Only the echo of our payload keeps a connection alive; unsolicited pongs are allowed and do not. */
        @Override
        public void onPong(String payload) {
            if (payload.equals(String.valueOf(pingedMs))) {
                unansweredMs = -1;
            }
            session.onPong(payload);
        }

        @Override
        public void onPing() {
            session.onPing();
        }

        @Override
        public void onClose() {
            open.remove(this);
            session.onClose();
        }
    }
}
