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

    /** The answer that refuses a WebSocket before it opens; null lets {@link #onUpgrade} decide. */
    default @Nullable HttpReply refusal(HttpCall call) {
        return null;
    }

    /** Takes a WebSocket; null refuses it with 404. */
    @Nullable
    SocketSession onUpgrade(HttpCall call, SocketPeer peer);
}
