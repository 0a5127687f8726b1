package io.lockstep.transport.websocket;

import io.lockstep.transport.websocket.frame.Frame;

/** Follows one socket. Called on its network thread; must not block. */
public interface WebSocketListener {
    /** The upgrade was accepted. */
    void onOpen(WebSocket socket);

    /** A message arrived. */
    void onFrame(WebSocket socket, Frame frame);

    /** A ping of ours was answered. */
    default void onPong(WebSocket socket, long roundTripNs) {}

    /** It is over: called exactly once for every socket, also for one that never opened. */
    void onEnd(WebSocket socket, SocketEnd end);
}
