package io.lockstep.transport.reconnect;

import io.lockstep.transport.net.Endpoint;
import io.lockstep.transport.net.ManualClock;
import io.lockstep.transport.net.TransportCounter;
import io.lockstep.transport.net.TransportCounters;
import io.lockstep.transport.websocket.EmbeddedSocket;
import io.lockstep.transport.websocket.SocketParts;
import io.lockstep.transport.websocket.WebSocket;
import io.lockstep.transport.websocket.WebSocketListener;
import io.lockstep.transport.websocket.WebSocketSettings;
import io.lockstep.transport.websocket.upgrade.UpgradeRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A venue in memory and a connection to it; the test moves the clock and plays the venue. */
final class FakeVenue implements SocketOpener {
    static final long MS = 1_000_000;
    static final ConnectionPolicy POLICY = new ConnectionPolicy(
            WebSocketSettings.DEFAULT.withPings(0, 1), 100 * MS, 3_000 * MS, 500 * MS, 10_000 * MS, 0);

    final ManualClock time = new ManualClock();
    final TransportCounters counters = new TransportCounters();
    final CollectingConnectionListener listener = new CollectingConnectionListener();
    final List<EmbeddedSocket> sockets = new ArrayList<>();
    final ManagedConnection connection;
    private final SocketParts parts;
    private boolean targetKnown = true;

    FakeVenue() {
        this(POLICY, new ConnectBudget(1_000, 1), 1);
    }

    FakeVenue(ConnectionPolicy policy, ConnectBudget budget, long seed) {
        parts = new SocketParts(policy.socket(), time.clock(), counters);
        connection = new ManagedConnection(
                this::target,
                listener,
                policy,
                new ConnectionParts(this, Runnable::run, time.clock(), counters, budget, new SplittableRandom(seed)));
    }

    @Override
    public WebSocket open(UpgradeRequest request, WebSocketListener socketListener) {
        EmbeddedSocket socket = new EmbeddedSocket(request, parts, socketListener);
        sockets.add(socket);
        return socket.socket();
    }

    /** From now on nobody knows where to connect. */
    void loseTarget() {
        targetKnown = false;
    }

    /** The socket of attempt {@code number}, from 1. */
    EmbeddedSocket socket(int number) {
        return sockets.get(number - 1);
    }

    /** Brings the connection up on its first socket. */
    FakeVenue up() {
        connection.start();
        socket(1).accept();
        listener.session(1).ready();
        return this;
    }

    /** Lets time pass in small steps. */
    void pass(long ms) {
        for (long i = 0; i < ms; i += 10) {
            long nowNs = time.advance(10 * MS);
            List.copyOf(sockets).forEach(socket -> socket.socket().tick(nowNs));
            connection.tick(nowNs);
        }
    }

    /** Lets time pass until attempt {@code number} is made. */
    void passUntilAttempt(int number) {
        for (int i = 0; i < 100_000 && sockets.size() < number; i++) {
            pass(10);
        }
    }

    long count(TransportCounter counter) {
        return counters.get(counter);
    }

    private UpgradeRequest target() {
        if (!targetKnown) {
            throw new IllegalStateException("no listen key");
        }
        return UpgradeRequest.to(Endpoint.parse("ws://venue.test/ws"));
    }
}
