package io.lockstep.gateway.alpaca.feed;

import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.gateway.alpaca.marketdata.MarketDataDecoder;
import io.lockstep.gateway.alpaca.marketdata.msgpack.MsgpackFrames;
import io.lockstep.gateway.alpaca.marketdata.msgpack.MsgpackMessages;
import io.lockstep.gateway.alpaca.session.SessionState;
import io.lockstep.gateway.alpaca.session.StreamFault;
import io.lockstep.gateway.alpaca.session.StreamOutput;
import io.lockstep.gateway.alpaca.session.StreamPolicy;
import io.lockstep.gateway.alpaca.session.StreamSession;
import io.lockstep.gateway.alpaca.status.VenueStatus;
import io.lockstep.gateway.alpaca.wire.JsonText;
import io.lockstep.gateway.alpaca.wire.Symbols;
import io.lockstep.transport.Transport;
import io.lockstep.transport.reconnect.ConnectBudget;
import io.lockstep.transport.reconnect.ConnectionListener;
import io.lockstep.transport.reconnect.ManagedConnection;
import io.lockstep.transport.reconnect.Session;
import io.lockstep.transport.websocket.SocketEnd;
import io.lockstep.transport.websocket.frame.Frame;
import io.lockstep.transport.websocket.upgrade.UpgradeRequest;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One market data connection, kept up: dialogue, decoding, silence, reconnect, gap.
 *
 * <p>Told to {@link FeedStates}: CONNECTING, UP once the subscription is acknowledged, READY once the gap is filled or given up, STALE
 * when an open market says nothing, DOWN. {@link #start} and {@link #stop} from any thread, the rest on its network thread.
 */
public final class FeedConnection implements ConnectionListener, StreamOutput, GapFill.Listener {
    private static final int DATA = 0;

    private final FeedPlan plan;
    private final FeedParts parts;
    private final FeedCounters counters = new FeedCounters();
    private final HeldFrames held = new HeldFrames();
    private final MsgpackFrames msgpack = new MsgpackFrames();
    private final StreamSession dialogue;
    private final MarketDataDecoder decoder;
    private final ManagedConnection connection;
    private final GapFill gap;
    private @Nullable Session session;
    private volatile boolean running;
    private boolean watching;

    /** Makes a connection that is not started. */
    public FeedConnection(FeedPlan plan, FeedParts parts, Transport transport, ConnectBudget budget) {
        this.plan = plan;
        this.parts = parts;
        this.dialogue = new StreamSession(parts.key(), parts.keysInHeaders(), plan.subscription(), this);
        this.decoder = new MarketDataDecoder(
                new Symbols(plan.instruments()), parts.publisher(), dialogue, counters.decoding());
        this.connection = transport.managed(this::upgrade, this, StreamPolicy.CONNECTION, budget);
        this.gap = new GapFill(plan, parts.rest(), decoder.history(), connection::execute, parts.clock(), this);
    }

    /** Begins to connect. */
    public void start() {
        running = true;
        tell(ConnectionState.CONNECTING, "START");
        connection.start();
    }

    /** Ends it for good. */
    public void stop() {
        running = false;
        connection.stop();
    }

    /** Runs a task on the network thread. */
    public void execute(Runnable task) {
        connection.execute(task);
    }

    /** Short name. */
    public String name() {
        return plan.name();
    }

    /** What was counted. */
    public FeedCounters counters() {
        return counters;
    }

    @Override
    public void onOpen(Session opened) {
        session = opened;
        watching = false;
        dialogue.onOpen(parts.clock().nanoTime());
    }

    @Override
    public void onUp(Session up) {
        tell(ConnectionState.UP, "SUBSCRIBED");
        long nowNs = parts.clock().nanoTime();
        watch(up, nowNs);
        if (!gap.start(nowNs)) {
            goLive("NO_GAP");
        }
    }

    @Override
    public void onFrame(Session from, Frame frame) {
        if (from != session) {
            return;
        }
        counters.count(FeedEvent.FRAMES);
        from.heard(DATA);
        if (gap.isRunning()) {
            counters.count(held.hold(frame) ? FeedEvent.FRAMES_HELD : FeedEvent.FRAMES_DROPPED);
        } else {
            decode(frame.bytes(), frame.offset(), frame.length(), frame.isText(), frame.receivedNs());
        }
    }

    @Override
    public void onMute(Session mute, int stream, long silentNs) {
        counters.count(FeedEvent.FOUND_MUTE);
        tell(ConnectionState.STALE, "MUTE");
        // a successor would be refused while this one holds the endpoint's only place
        mute.close("silent for " + silentNs + " ns");
    }

    @Override
    public void onDown(Session ended, SocketEnd end) {
        if (ended != session) {
            return;
        }
        session = null;
        counters.count(FeedEvent.SESSIONS_LOST);
        dialogue.onClose();
        gap.cancel();
        held.clear();
        tell(ConnectionState.DOWN, end.cause().name());
    }

    @Override
    public void onAttemptFailed(int generation, SocketEnd end) {
        counters.count(FeedEvent.ATTEMPTS_FAILED);
        tell(ConnectionState.DOWN, end.cause().name());
        if (end.code() != 0) {
            parts.status().error(VenueStatus.NO_ACCOUNT, end.code(), end.cause().name(), end.detail());
        }
    }

    @Override
    public void send(JsonText message) {
        Session open = session;
        if (open == null) {
            return;
        }
        if (parts.msgpack()) {
            byte[] bytes = MsgpackMessages.of(message);
            open.send(false, new UnsafeBuffer(bytes), 0, bytes.length);
        } else {
            open.send(true, new UnsafeBuffer(message.bytes()), 0, message.length());
        }
    }

    @Override
    public void ready() {
        Session open = session;
        if (open != null) {
            open.ready();
        }
    }

    @Override
    public void note(StreamFault fault, String detail) {
        fault(fault, detail);
    }

    /** The pause asked for is kept by the connection's own back-off, which is never shorter, see {@link StreamPolicy}. */
    @Override
    public void reconnect(StreamFault fault, String detail, long delayMs) {
        fault(fault, detail);
        Session open = session;
        if (open != null) {
            open.close(fault.name());
        }
    }

    @Override
    public void giveUp(StreamFault fault, String detail) {
        fault(fault, detail);
        tell(ConnectionState.DOWN, fault.name());
        connection.stop();
    }

    @Override
    public void onFilled() {
        counters.count(FeedEvent.GAPS_FILLED);
        goLive("GAP_FILLED");
    }

    @Override
    public void onLeft(String reason, String detail) {
        counters.count(FeedEvent.GAPS_LEFT);
        parts.status().error(VenueStatus.NO_ACCOUNT, 0, "GAP_NOT_FILLED", reason + ": " + detail);
        goLive("GAP_LEFT");
    }

    private void goLive(String reason) {
        decoder.resume();
        held.release(this::decode);
        tell(ConnectionState.READY, reason);
    }

    private void decode(byte[] source, int offset, int length, boolean text, long receivedNs) {
        if (text || !parts.msgpack()) {
            decoder.decode(source, offset, length, receivedNs);
        } else {
            JsonText json = msgpack.toJson(source, offset, length);
            decoder.decode(json.bytes(), 0, json.length(), receivedNs);
        }
    }

    /** The transport ticks a connection from its making on; nothing happens here before the start. */
    @Override
    public void onTick(long monotonicNs) {
        if (running) {
            tick(parts.clock().nanoTime());
        }
    }

    private void tick(long nowNs) {
        decoder.flush();
        gap.onTick(nowNs);
        Session open = session;
        if (open == null) {
            return;
        }
        if (dialogue.state() == SessionState.READY) {
            watch(open, nowNs);
        } else {
            dialogue.onTick(nowNs);
        }
    }

    /** Looks for silence while the market is open, and only then. */
    private void watch(Session open, long nowNs) {
        boolean due = plan.mustSpeakAt(nowNs);
        if (due && !watching) {
            open.watch(DATA, plan.silenceNs());
        } else if (!due && watching) {
            open.liveness().ignore(DATA);
        }
        watching = due;
    }

    private void fault(StreamFault fault, String detail) {
        counters.count(
                switch (fault) {
                    case CONNECTION_LIMIT -> FeedEvent.PLACE_TAKEN;
                    case SLOW_CLIENT -> FeedEvent.TOO_SLOW;
                    default -> FeedEvent.FAULTS;
                });
        parts.status().error(VenueStatus.NO_ACCOUNT, fault.code(), fault.name(), plan.name() + ": " + detail);
    }

    private void tell(ConnectionState state, String reason) {
        parts.states().changed(plan, state, reason);
    }

    private UpgradeRequest upgrade() {
        UpgradeRequest request = UpgradeRequest.to(plan.endpoint());
        if (parts.msgpack()) {
            request = request.withHeader("Content-Type", "application/msgpack");
        }
        return parts.keysInHeaders()
                ? request.withHeader("APCA-API-KEY-ID", parts.key().id())
                        .withHeader("APCA-API-SECRET-KEY", parts.key().secret())
                : request;
    }
}
