package io.lockstep.transport.reconnect;

import io.lockstep.transport.websocket.SocketEnd;
import io.lockstep.transport.websocket.frame.Frame;

/**
 * Follows a managed connection. Called on its network thread; must not block.
 *
 * <p>While a session is replaced two deliver at once, and the same message may come on both: the generation tells them apart, and
 * dropping duplicates is the listener's part. Each session that opened is told down exactly once.
 */
public interface ConnectionListener {
    /** A socket is open. Log on and subscribe on this session, then call {@link Session#ready()}. */
    void onOpen(Session session);

    /** The session is subscribed and is now the one in use; one it replaces is closed next. */
    void onUp(Session session);

    /** A message arrived. */
    void onFrame(Session session, Frame frame);

    /** A stream named by {@link Session#watch} fell silent; replacing the session is the usual answer. */
    default void onMute(Session session, int stream, long silentNs) {}

    /** A session that was open has ended. */
    void onDown(Session session, SocketEnd end);

    /**
     * Time has passed; called about every 20 ms whether or not a session is there.
     *
     * @param nowNs monotonic time
     */
    default void onTick(long nowNs) {}

    /** An attempt ended before its socket was open. The next one is made by itself. */
    default void onAttemptFailed(int generation, SocketEnd end) {}
}
