package io.lockstep.gateway.binance.session;

import io.lockstep.transport.reconnect.ConnectionListener;
import io.lockstep.transport.reconnect.Session;
import io.lockstep.transport.websocket.SocketEnd;
import io.lockstep.transport.websocket.frame.Frame;
import java.util.function.Consumer;

/**
 * The private stream of futures. The venue accepts a socket with any key and then stays silent, so that a session counts as proven only when
 * its key was kept alive by REST after the socket opened. Network thread.
 */
final class UserStream implements ConnectionListener {
    private final UserEvents events;
    private final Consumer<Session> proof;
    private int upGeneration;

    /** @param proof keeps the key alive on the sync thread, then says that the session is ready, or closes it */
    UserStream(UserEvents events, Consumer<Session> proof) {
        this.events = events;
        this.proof = proof;
    }

    @Override
    public void onOpen(Session session) {
        proof.accept(session);
    }

    @Override
    public void onUp(Session session) {
        upGeneration = session.generation();
        events.onUp();
    }

    @Override
    public void onFrame(Session session, Frame frame) {
        events.onFrame(session, frame.buffer(), frame.offset(), frame.length(), frame.receivedNs());
    }

    @Override
    public void onDown(Session session, SocketEnd end) {
        if (session.generation() == upGeneration) {
            events.onDown(end.cause().name());
        }
    }
}
