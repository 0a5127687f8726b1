package io.lockstep.transport.reconnect;

import static io.lockstep.transport.reconnect.ConnectionEvent.ATTEMPT_DUE;
import static io.lockstep.transport.reconnect.ConnectionEvent.FAILED;
import static io.lockstep.transport.reconnect.ConnectionEvent.LOST;
import static io.lockstep.transport.reconnect.ConnectionEvent.OPENED;
import static io.lockstep.transport.reconnect.ConnectionEvent.REPLACE;
import static io.lockstep.transport.reconnect.ConnectionEvent.START;
import static io.lockstep.transport.reconnect.ConnectionEvent.STOP;
import static io.lockstep.transport.reconnect.ConnectionEvent.SUBSCRIBED;

import io.lockstep.transport.net.TransportCounter;
import io.lockstep.transport.net.TransportCounters;
import io.lockstep.transport.websocket.SendResult;
import io.lockstep.transport.websocket.SocketEnd;
import io.lockstep.transport.websocket.frame.Frame;
import io.lockstep.transport.websocket.upgrade.UpgradeRequest;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that is kept: lost, it is made again; about to be cut, it is replaced by a successor that is subscribed before the old
 * one is closed. Its moves are those of {@link ConnectionLifecycle}.
 *
 * <p>{@link #start}, {@link #stop}, {@link #replace}, {@link #send} and the queries may be called from any thread. Time passes by
 * {@link #tick}, on the network thread.
 */
public final class ManagedConnection {
    private static final Logger LOG = LoggerFactory.getLogger(ManagedConnection.class);
    private static final int LIFE_SPREAD = 20;

    private final Supplier<UpgradeRequest> target;
    private final ConnectionListener listener;
    private final ConnectionPolicy policy;
    private final ConnectionParts parts;
    private final TransportCounters counters;
    private final BackOff backOff;
    private volatile ConnectionState state = ConnectionState.IDLE;
    private volatile @Nullable Session active;
    private @Nullable Session successor;
    private long attemptAtNs;
    private long readyByNs;
    private int generations;

    /**
     * Makes a connection that is not started.
     *
     * @param target where to connect, asked anew for each attempt; where it throws, the attempt has failed
     */
    public ManagedConnection(
            Supplier<UpgradeRequest> target,
            ConnectionListener listener,
            ConnectionPolicy policy,
            ConnectionParts parts) {
        this.target = target;
        this.listener = listener;
        this.policy = policy;
        this.parts = parts;
        this.counters = parts.counters();
        this.backOff = new BackOff(policy.firstBackOffNs(), policy.maxBackOffNs(), parts.random());
    }

    /** Begins to connect. */
    public void start() {
        parts.thread().execute(() -> attemptSoon(START));
    }

    /** Closes what is open, for good. */
    public void stop() {
        parts.thread().execute(this::stopNow);
    }

    /** Asks for a successor to the session in use, if there is one. */
    public void replace(String why) {
        Session current = active;
        if (current != null) {
            onReplaceWanted(current, why);
        }
    }

    /** Sends one message on the session in use; see {@link Session#send}. */
    public SendResult send(boolean text, DirectBuffer payload, int offset, int length) {
        Session current = active;
        if (current == null) {
            counters.increment(TransportCounter.SENDS_REFUSED_CLOSED);
            return SendResult.NOT_OPEN;
        }
        return current.send(text, payload, offset, length);
    }

    /** Runs a task on the network thread, where the listener is called: at once if called there, whether connected or not. */
    public void execute(Runnable task) {
        parts.thread().execute(task);
    }

    /** The session in use; absent while down. */
    public @Nullable Session session() {
        return active;
    }

    /** Whether a subscribed session is there. */
    public boolean isUp() {
        return state.isUp();
    }

    /** Where it stands. */
    public ConnectionState state() {
        return state;
    }

    /** What it and its sockets counted. */
    public TransportCounters counters() {
        return counters;
    }

    /**
     * Lets time pass: makes the attempt that is due, gives up one that takes too long, replaces a session at the end of its planned
     * life, and looks for silent streams. Network thread.
     *
     * @param nowNs monotonic time
     */
    public void tick(long nowNs) {
        tickListener(nowNs);
        Session current = active;
        if (current != null) {
            tickActive(current, nowNs);
        }
        if (state.isWaiting() && nowNs - attemptAtNs >= 0) {
            attempt(nowNs);
        }
        Session building = successor;
        if (building != null && state.isBuilding() && nowNs - readyByNs >= 0) {
            successor = null;
            fail(SocketEnd.timeout("not ready in time"));
            building.close("not ready in time");
        }
    }

    long nowNs() {
        return parts.clock().nowNs();
    }

    void onReady(Session session) {
        parts.thread().execute(() -> {
            if (session == successor && ConnectionLifecycle.next(state, SUBSCRIBED) != state) {
                promote(session);
            }
        });
    }

    void onReplaceWanted(Session session, String why) {
        parts.thread().execute(() -> {
            if (session == active && ConnectionLifecycle.next(state, REPLACE) != state) {
                LOG.info("Replacing {}: {}", session, why);
                attemptSoon(REPLACE);
            } else if (session == successor) {
                session.close(why);
            }
        });
    }

    void onOpen(Session session) {
        if (session == successor) {
            move(OPENED);
            listener.onOpen(session);
        } else {
            session.close("no longer wanted");
        }
    }

    void onFrame(Session session, Frame frame) {
        listener.onFrame(session, frame);
    }

    void onEnd(Session session, SocketEnd end) {
        if (session == successor) {
            successor = null;
            fail(end);
        } else if (session == active) {
            active = null;
            lose(end);
        }
        if (session.isOpened()) {
            listener.onDown(session, end);
        } else {
            listener.onAttemptFailed(session.generation(), end);
        }
    }

    private void tickListener(long nowNs) {
        try {
            listener.onTick(nowNs);
        } catch (RuntimeException e) {
            counters.increment(TransportCounter.LISTENER_FAILURES);
            LOG.error("Listener failed as time passed", e);
        }
    }

    private void tickActive(Session current, long nowNs) {
        if (current.upForNs(nowNs) >= policy.stableAfterNs()) {
            backOff.reset();
        }
        guard(
                current,
                () -> current.liveness().poll(nowNs, (stream, silentNs) -> {
                    counters.increment(TransportCounter.STREAMS_MUTE);
                    listener.onMute(current, stream, silentNs);
                }));
        if (current.isAtEndOfLife(nowNs)) {
            onReplaceWanted(current, "end of its planned life");
        }
    }

    private void attemptSoon(ConnectionEvent event) {
        if (move(event)) {
            attemptAtNs = nowNs();
            attempt(attemptAtNs);
        }
    }

    private void attempt(long nowNs) {
        long waitNs = parts.budget().tryAcquire(nowNs);
        if (waitNs > 0) {
            attemptAtNs = nowNs + waitNs;
            counters.increment(TransportCounter.ATTEMPTS_DELAYED);
            return;
        }
        move(ATTEMPT_DUE);
        counters.increment(TransportCounter.CONNECT_ATTEMPTS);
        readyByNs = nowNs + policy.readyTimeoutNs();
        open(new Session(this, ++generations));
    }

    private void open(Session session) {
        successor = session;
        try {
            session.use(parts.opener().open(target.get(), session.listener()));
        } catch (RuntimeException e) {
            LOG.warn("Cannot begin to connect: cause={}", e.toString());
            LOG.debug("Cannot begin to connect", e);
            successor = null;
            SocketEnd end = SocketEnd.notBegun(e);
            fail(end);
            listener.onAttemptFailed(session.generation(), end);
        }
    }

    private void promote(Session session) {
        Session before = active;
        move(SUBSCRIBED);
        active = session;
        successor = null;
        session.up(nowNs(), lifeNs());
        guard(session, () -> listener.onUp(session));
        if (before != null) {
            counters.increment(TransportCounter.CONNECTIONS_REPLACED);
            before.close("replaced");
        }
    }

    private void fail(SocketEnd end) {
        counters.increment(TransportCounter.ATTEMPTS_FAILED);
        if (move(FAILED)) {
            waitBeforeAttempt(end);
        }
    }

    private void lose(SocketEnd end) {
        counters.increment(TransportCounter.CONNECTIONS_LOST);
        if (move(LOST) && state.isWaiting()) {
            waitBeforeAttempt(end);
        }
    }

    private void waitBeforeAttempt(SocketEnd end) {
        long asked = TimeUnit.SECONDS.toNanos(end.retryAfterS());
        attemptAtNs = nowNs() + Math.max(asked, backOff.nextDelayNs());
    }

    private void stopNow() {
        Session current = active;
        Session building = successor;
        active = null;
        successor = null;
        move(STOP);
        if (current != null) {
            current.close("stopped");
        }
        if (building != null) {
            building.close("stopped");
        }
    }

    private boolean move(ConnectionEvent event) {
        ConnectionState before = state;
        state = ConnectionLifecycle.next(before, event);
        return state != before;
    }

    private long lifeNs() {
        long lifeNs = policy.plannedLifeNs();
        return lifeNs < LIFE_SPREAD ? lifeNs : lifeNs - parts.random().nextLong(lifeNs / LIFE_SPREAD);
    }

    private void guard(Session session, Runnable callback) {
        try {
            callback.run();
        } catch (RuntimeException e) {
            counters.increment(TransportCounter.LISTENER_FAILURES);
            LOG.error("Listener failed, closing {}", session, e);
            session.close("listener failed");
        }
    }
}
