package io.lockstep.transport.reconnect;

import io.lockstep.transport.websocket.WebSocket;
import io.lockstep.transport.websocket.WebSocketListener;
import io.lockstep.transport.websocket.upgrade.UpgradeRequest;

/** Opens the sockets of a managed connection, all on its network thread. */
@FunctionalInterface
public interface SocketOpener {
    /** Begins to connect; the listener is not called before this returns. */
    WebSocket open(UpgradeRequest request, WebSocketListener listener);
}
