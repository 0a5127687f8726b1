package io.lockstep.simulator.wire;

/** What a venue does with one WebSocket. Event loop only. */
public interface SocketSession {
    /** A text frame arrived. */
    void onText(String text);

    /** A binary frame arrived. */
    default void onBinary(byte[] payload) {}

    /** A pong arrived. */
    default void onPong(String payload) {}

    /** A ping arrived; it has been answered. */
    default void onPing() {}

    /** The socket is closed; nothing more arrives and nothing can be sent. */
    void onClose();
}
