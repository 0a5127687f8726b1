package io.lockstep.transport.reconnect;

import io.lockstep.transport.liveness.LivenessMonitor;
import io.lockstep.transport.websocket.SendResult;
import io.lockstep.transport.websocket.SocketEnd;
import io.lockstep.transport.websocket.WebSocket;
import io.lockstep.transport.websocket.WebSocketListener;
import io.lockstep.transport.websocket.frame.CloseCode;
import io.lockstep.transport.websocket.frame.Frame;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One socket in the life of a managed connection, known by its generation. Sending, {@link #ready}, {@link #replace} and {@link #close}
 * are allowed from any thread; the streams it watches belong to the network thread.
 */
public final class Session {
    private final ManagedConnection connection;
    private final int generation;
    private final LivenessMonitor liveness = new LivenessMonitor();
    private volatile @Nullable WebSocket socket;
    private boolean opened;
    private long upSinceNs;
    private long replaceAtNs = Long.MAX_VALUE;

    Session(ManagedConnection connection, int generation) {
        this.connection = connection;
        this.generation = generation;
    }

    /** Number of this session, from 1, never used again within its connection. */
    public int generation() {
        return generation;
    }

    /** Sends one message; see {@link WebSocket#send}. */
    public SendResult send(boolean text, DirectBuffer payload, int offset, int length) {
        WebSocket open = socket;
        return open == null ? SendResult.NOT_OPEN : open.send(text, payload, offset, length);
    }

    /** Sends a text message; for the few that are composed as text. */
    public SendResult sendText(String text) {
        WebSocket open = socket;
        return open == null ? SendResult.NOT_OPEN : open.sendText(text);
    }

    /** Whether a message would be taken now. */
    public boolean isWritable() {
        WebSocket open = socket;
        return open != null && open.isWritable();
    }

    /** Says that this session is subscribed and may be used; the one it replaces is then closed. */
    public void ready() {
        connection.onReady(this);
    }

    /** Asks for a successor: the venue announced its end, or a stream fell silent. This session stays until the successor is ready. */
    public void replace(String why) {
        connection.onReplaceWanted(this, why);
    }

    /** Ends this session; the connection goes on with another one. It is told down once the peer agrees, or its time to do so is up. */
    public void close(String why) {
        WebSocket open = socket;
        if (open != null) {
            open.close(CloseCode.NORMAL, why);
        }
    }

    /** Watches a stream for silence from now on, see {@link LivenessMonitor}; network thread. */
    public void watch(int stream, long maxSilenceNs) {
        liveness.watch(stream, maxSilenceNs, connection.nowNs());
    }

    /** Notes a message on a watched stream; network thread. */
    public void heard(int stream) {
        liveness.heard(stream);
    }

    /** The streams watched on this session; network thread. */
    public LivenessMonitor liveness() {
        return liveness;
    }

    @Override
    public String toString() {
        return "session " + generation;
    }

    void use(WebSocket newSocket) {
        socket = newSocket;
    }

    boolean isOpened() {
        return opened;
    }

    void up(long nowNs, long lifeNs) {
        upSinceNs = nowNs;
        replaceAtNs = lifeNs == 0 ? Long.MAX_VALUE : nowNs + lifeNs;
    }

    long upForNs(long nowNs) {
        return nowNs - upSinceNs;
    }

    boolean isAtEndOfLife(long nowNs) {
        return replaceAtNs != Long.MAX_VALUE && nowNs - replaceAtNs >= 0;
    }

    WebSocketListener listener() {
        return new WebSocketListener() {
            @Override
            public void onOpen(WebSocket opening) {
                opened = true;
                connection.onOpen(Session.this);
            }

            @Override
            public void onFrame(WebSocket from, Frame frame) {
                connection.onFrame(Session.this, frame);
            }

            @Override
            public void onEnd(WebSocket ended, SocketEnd end) {
                connection.onEnd(Session.this, end);
            }
        };
    }
}
