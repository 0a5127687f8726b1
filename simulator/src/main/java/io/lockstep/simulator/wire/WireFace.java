package io.lockstep.simulator.wire;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a venue offers on one port. Event loop only. */
public interface WireFace {
    /**
     * Answers a request.
     *
     * @param answer to be called once, now or later, on the event loop
     */
    void onRequest(HttpCall call, Consumer<HttpReply> answer);

    /** The answer that refuses a WebSocket or a reader of events before it is looked at, as during a ban; null if it is looked at. */
    default @Nullable HttpReply refusal(HttpCall call) {
        return null;
    }

    /** Whether a request is answered with server-sent events: it is taken like a WebSocket that is never written to. */
    default boolean isEventStream(HttpCall call) {
        return false;
    }

    /** Takes a WebSocket, or the reader of server-sent events; null refuses it with 404. */
    @Nullable
    SocketSession onUpgrade(HttpCall call, SocketPeer peer);

    /** Whether bytes are to leave a few at a time, as a fault. */
    default boolean isTrickling() {
        return false;
    }
}
