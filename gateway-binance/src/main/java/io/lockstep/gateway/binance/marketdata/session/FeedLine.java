package io.lockstep.gateway.binance.marketdata.session;

import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.gateway.binance.marketdata.message.DecodeOutcome;
import io.lockstep.transport.reconnect.ConnectionListener;
import io.lockstep.transport.reconnect.ManagedConnection;
import io.lockstep.transport.reconnect.Session;
import io.lockstep.transport.websocket.SocketEnd;
import io.lockstep.transport.websocket.frame.Frame;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One kept connection: subscribes each session, feeds its frames to the pipeline, and passes from a session to its successor without
 * losing or repeating anything.
 *
 * <pre>
 *   old session   ────────────────────────────►│ ends, or 250 ms after the successor is subscribed
 *   successor          open ─ subscribed ─ ────┤ its frames wait until here, then run through the filter of duplicates
 * </pre>
 *
 * <p>The successor has everything since its subscription was confirmed, the old one everything before: ids do the rest. Network thread.
 */
final class FeedLine implements ConnectionListener {
    private static final Logger LOG = LoggerFactory.getLogger(FeedLine.class);
    private static final long OVERLAP_NS = 250_000_000L;

    private final FeedParts parts;
    private final SocketPlan plan;
    private final int number;
    private final FeedStatus status;
    private final FeedPipeline pipeline;
    private final StreamWatch watch;
    private final FrameStore waiting = new FrameStore();
    private final GarbageLimit garbage = new GarbageLimit();
    private final LineTally tally = new LineTally();
    private final ManagedConnection connection;
    private @Nullable LineSession current;
    private @Nullable LineSession successor;
    private boolean closed;
    private long replaced;
    private long lost;
    private long framesOfReplaced;
    private long overlapsTooLong;
    private long subscriptionsRefused;
    private long garbageCloses;

    /**
     * Makes a line that is not started.
     *
     * @param number position of the line in the feed
     * @param connector makes the connection that tells this line
     */
    FeedLine(
            FeedParts parts,
            SocketPlan plan,
            int number,
            FeedStatus status,
            Function<ConnectionListener, ManagedConnection> connector) {
        this.parts = parts;
        this.plan = plan;
        this.number = number;
        this.status = status;
        this.pipeline = new FeedPipeline(parts, plan, this::execute);
        this.watch = new StreamWatch(plan.streams());
        this.connection = connector.apply(this);
    }

    /** Begins to connect. Any thread. */
    void start() {
        connection.start();
    }

    /** Ends the connection; nothing is published once the future is done. Any thread. */
    CompletableFuture<Void> close() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        connection.execute(() -> {
            closed = true;
            tell();
            done.complete(null);
        });
        connection.stop();
        return done;
    }

    /** The connection, for what it counts. */
    ManagedConnection connection() {
        return connection;
    }

    /** What the line counted. Any thread. */
    LineTally tally() {
        return tally;
    }

    @Override
    public void onOpen(Session session) {
        LineSession opened = new LineSession(
                session, new Subscription(plan.streamNames(), parts.clock().nowNs()));
        if (current == null) {
            current = opened;
        } else {
            waiting.clear();
            successor = opened;
        }
        opened.subscription().poll(session, parts.clock().nowNs());
    }

    @Override
    public void onUp(Session session) {
        watch.start(session);
        LineSession next = successor;
        if (next != null && next.is(session)) {
            next.up(parts.clock().nowNs());
        } else if (current != null && current.is(session)) {
            current.up(parts.clock().nowNs());
            LOG.info(
                    "Market data is up: line={}, streams={}",
                    plan.name(),
                    plan.streams().size());
            status.line(number, ConnectionState.UP, plan.name(), parts.clock().wallNs());
        }
    }

    @Override
    public void onFrame(Session session, Frame frame) {
        LineSession now = current;
        if (now != null && now.is(session)) {
            take(now, frame.buffer(), frame.offset(), frame.length(), frame.isText(), frame.receivedNs());
        } else {
            onOtherFrame(session, frame);
        }
    }

    @Override
    public void onMute(Session session, int stream, long silentNs) {
        String name = plan.streams().get(stream).name();
        LOG.warn("Stream is mute: line={}, stream={}, silentMs={}", plan.name(), name, silentNs / 1_000_000);
        pipeline.onMute(stream, parts.clock().wallNs());
        boolean first = watch.onMute(stream);
        status.mute(number, watch.mute(), name, parts.clock().wallNs());
        if (first) {
            // a stream that stays mute on the next socket too is quiet or misnamed: replacing again would not help
            session.replace("mute stream " + name);
        }
    }

    @Override
    public void onDown(Session session, SocketEnd end) {
        if (successor != null && successor.is(session)) {
            successor = null;
            waiting.clear();
        } else if (current != null && current.is(session)) {
            onCurrentDown(end);
        }
    }

    @Override
    public void onAttemptFailed(int generation, SocketEnd end) {
        LOG.warn("Cannot connect: line={}, cause={}, detail={}", plan.name(), end.cause(), end.detail());
    }

    @Override
    public void onTick(long nowNs) {
        if (closed) {
            return;
        }
        poll(current, nowNs);
        poll(successor, nowNs);
        if (successor != null && successor.isUpFor(OVERLAP_NS, nowNs)) {
            passOn(successor);
        }
        pipeline.onTimer(parts.clock().wallNs());
        status.flush(parts.clock().wallNs());
        tell();
    }

    private void execute(Runnable task) {
        connection.execute(() -> {
            if (!closed) {
                task.run();
            }
        });
    }

    private void take(LineSession from, DirectBuffer buffer, int offset, int length, boolean text, long receivedNs) {
        if (closed) {
            return;
        }
        DecodeOutcome outcome = pipeline.decode(buffer, offset, length, text, receivedNs);
        int stream = pipeline.lastStream();
        if (stream >= 0 && watch.heard(from.session(), stream)) {
            status.mute(
                    number,
                    watch.mute(),
                    plan.streams().get(stream).name(),
                    parts.clock().wallNs());
        }
        if (outcome != DecodeOutcome.DELIVERED) {
            onUndelivered(from, outcome, buffer, offset, length);
        }
    }

    private void onUndelivered(LineSession from, DecodeOutcome outcome, DirectBuffer buffer, int offset, int length) {
        switch (outcome) {
            case CONTROL -> {
                byte[] bytes = new byte[length];
                buffer.getBytes(offset, bytes);
                answer(from, ControlAnswer.read(bytes, 0, length));
            }
            case SERVER_SHUTDOWN -> from.session().replace("server shutdown announced");
            case MALFORMED -> onGarbage(from);
            default -> {}
        }
    }

    private void onGarbage(LineSession from) {
        if (garbage.isReached(parts.clock().nowNs())) {
            garbageCloses++;
            from.session().close("too many unreadable frames");
        }
    }

    private void onOtherFrame(Session session, Frame frame) {
        LineSession next = successor;
        if (next == null || !next.is(session)) {
            framesOfReplaced++;
            return;
        }
        ControlAnswer answer = ControlAnswer.read(frame.bytes(), frame.offset(), frame.length());
        if (answer.kind() != ControlAnswer.Kind.NONE) {
            answer(next, answer);
        } else if (!waiting.add(frame)) {
            overlapsTooLong++;
            session.close("too many frames wait");
        }
    }

    private void answer(LineSession from, ControlAnswer answer) {
        if (answer.kind() == ControlAnswer.Kind.REFUSED) {
            subscriptionsRefused++;
            LOG.warn("Subscription refused: line={}, detail={}", plan.name(), answer.detail());
            from.session().close("subscription refused");
        } else if (from.subscription().onDone(answer.id())) {
            from.session().ready();
        }
    }

    private void onCurrentDown(SocketEnd end) {
        LineSession next = successor;
        if (next != null && next.isUp()) {
            passOn(next);
            return;
        }
        current = null;
        if (closed) {
            return;
        }
        lost++;
        LOG.warn("Market data is down: line={}, cause={}, detail={}", plan.name(), end.cause(), end.detail());
        pipeline.onDisconnected(parts.clock().wallNs());
        status.line(
                number,
                ConnectionState.DOWN,
                plan.name() + ' ' + end.cause(),
                parts.clock().wallNs());
        if (next != null) {
            become(next);
        }
    }

    private void passOn(LineSession next) {
        replaced++;
        pipeline.onReplaced();
        become(next);
    }

    private void become(LineSession next) {
        successor = null;
        current = next;
        waiting.drain(
                (buffer, offset, length, text, receivedNs) -> take(next, buffer, offset, length, text, receivedNs));
    }

    private static void poll(@Nullable LineSession session, long nowNs) {
        if (session != null) {
            session.subscription().poll(session.session(), nowNs);
        }
    }

    private void tell() {
        pipeline.tell(tally);
        tally.set(MarketDataCounter.STREAMS_MUTE, watch.found());
        tally.set(MarketDataCounter.SESSIONS_REPLACED, replaced);
        tally.set(MarketDataCounter.SESSIONS_LOST, lost);
        tally.set(MarketDataCounter.FRAMES_OF_REPLACED, framesOfReplaced);
        tally.set(MarketDataCounter.OVERLAPS_TOO_LONG, overlapsTooLong);
        tally.set(MarketDataCounter.SUBSCRIPTIONS_REFUSED, subscriptionsRefused);
        tally.set(MarketDataCounter.GARBAGE_CLOSES, garbageCloses);
    }
}
