package io.lockstep.gateway.binance.session.context;

import io.lockstep.transport.reconnect.ConnectionListener;
import io.lockstep.transport.reconnect.Session;
import io.lockstep.transport.websocket.SocketEnd;
import io.lockstep.transport.websocket.frame.Frame;

/** A listener that hears nothing more once its gate is shut. Network thread. */
public final class GatedListener implements ConnectionListener {
    private final Gate gate;
    private final ConnectionListener listener;

    /** Passes on to a listener what the gate lets in. */
    public GatedListener(Gate gate, ConnectionListener listener) {
        this.gate = gate;
        this.listener = listener;
    }

    @Override
    public void onOpen(Session session) {
        if (gate.enter()) {
            try {
                listener.onOpen(session);
            } finally {
                gate.leave();
            }
        }
    }

    @Override
    public void onUp(Session session) {
        if (gate.enter()) {
            try {
                listener.onUp(session);
            } finally {
                gate.leave();
            }
        }
    }

    @Override
    public void onFrame(Session session, Frame frame) {
        if (gate.enter()) {
            try {
                listener.onFrame(session, frame);
            } finally {
                gate.leave();
            }
        }
    }

    @Override
    public void onDown(Session session, SocketEnd end) {
        if (gate.enter()) {
            try {
                listener.onDown(session, end);
            } finally {
                gate.leave();
            }
        }
    }
}
