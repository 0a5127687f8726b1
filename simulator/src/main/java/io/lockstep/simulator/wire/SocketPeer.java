package io.lockstep.simulator.wire;

/** The client at the other end of a WebSocket. Event loop only. */
public interface SocketPeer {
    /** Sends a text frame; ignored once closed. */
    void send(String text);

    /** Sends a binary frame; ignored once closed. */
    void send(byte[] bytes);

    /** Bytes sent that the client has not taken yet. */
    long pendingBytes();

    /** Sends a ping with a payload the client must return. */
    void ping(String payload);

    /** Sends a close frame and closes. */
    void close(int code, String reason);

    /** Stops or starts reading; while it has stopped, not even pings are answered. */
    void freeze(boolean frozen);

    /** Closes without a word, as a broken line does. */
    void cut();
}
