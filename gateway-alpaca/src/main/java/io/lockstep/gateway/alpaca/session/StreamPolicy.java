package io.lockstep.gateway.alpaca.session;

import io.lockstep.transport.reconnect.ConnectionPolicy;
import io.lockstep.transport.websocket.WebSocketSettings;
import java.util.concurrent.TimeUnit;

/**
 * How the venue's streams are kept up. Alpaca WebSocket Stream, "Errors" and observed behaviour, read 2026-11.
 *
 * <p>Waits between attempts are at least half a second times the number of the failure, as the venue's own client waits while another
 * connection holds the endpoint's place. The venue pings every 54 s and does not echo a close frame.
 */
public final class StreamPolicy {
    private static final long FIRST_WAIT_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_WAIT_NS = TimeUnit.SECONDS.toNanos(30);
    private static final long STABLE_NS = TimeUnit.SECONDS.toNanos(30);
    private static final long READY_NS = TimeUnit.SECONDS.toNanos(15);
    private static final long CONNECT_NS = TimeUnit.SECONDS.toNanos(10);
    private static final long SILENCE_NS = TimeUnit.SECONDS.toNanos(165);
    private static final long CLOSE_NS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int LONGEST_MESSAGE = 16 << 20;
    private static final int MOST_FRAGMENTS = 4_096;
    private static final int MOST_UNSENT = 1 << 20;

    /** The policy of every stream. */
    public static final ConnectionPolicy CONNECTION = ConnectionPolicy.DEFAULT
            .withSocket(WebSocketSettings.DEFAULT
                    .withTimeouts(CONNECT_NS, SILENCE_NS, CLOSE_NS)
                    .withBounds(LONGEST_MESSAGE, MOST_FRAGMENTS, MOST_UNSENT))
            .withBackOff(FIRST_WAIT_NS, LONGEST_WAIT_NS, STABLE_NS)
            .withReadyTimeout(READY_NS);

    private StreamPolicy() {}
}
