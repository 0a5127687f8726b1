package io.lockstep.transport.websocket;

import io.lockstep.transport.net.Channels;
import io.lockstep.transport.net.TransportClock;
import io.lockstep.transport.net.TransportCounter;
import io.lockstep.transport.net.TransportCounters;
import io.lockstep.transport.websocket.frame.CloseCode;
import io.lockstep.transport.websocket.frame.Frame;
import io.lockstep.transport.websocket.frame.FrameSink;
import io.lockstep.transport.websocket.frame.FrameWriter;
import io.lockstep.transport.websocket.frame.MaskKeys;
import io.lockstep.transport.websocket.frame.OpCode;
import io.lockstep.transport.websocket.frame.VenueText;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket connection, from dialling to its end. {@link #send}, {@link #close}, {@link #isOpen} and {@link #isWritable} may be
 * called from any thread; messages of one thread keep their order. Everything else happens on the socket's network thread.
 */
public final class WebSocket {
    private static final Logger LOG = LoggerFactory.getLogger(WebSocket.class);

    private final EventLoop loop;
    private final WebSocketSettings settings;
    private final WebSocketListener listener;
    private final TransportClock clock;
    private final TransportCounters counters;
    private final MaskKeys masks;
    private final KeepAlive keepAlive;
    private final UnsafeBuffer control = new UnsafeBuffer(new byte[128]);
    private final FrameSink sink = new Inbound();
    private final long startedNs;
    private long closingNs;
    private Runnable release = () -> {};
    private volatile State state = State.CONNECTING;
    private volatile @Nullable Channel channel;

    private enum State {
        CONNECTING,
        OPEN,
        CLOSING,
        /** Told as ended; the peer may still read our close frame and disconnect. */
        LINGERING,
        ENDED
    }

    WebSocket(EventLoop loop, WebSocketListener listener, SocketParts parts, long maskSeed) {
        this.loop = loop;
        this.settings = parts.settings();
        this.listener = listener;
        this.clock = parts.clock();
        this.counters = parts.counters();
        this.masks = new MaskKeys(maskSeed);
        this.keepAlive = new KeepAlive(settings);
        this.startedNs = clock.nowNs();
    }

    /**
     * Sends one message.
     *
     * @param text whether it goes as text, else as binary
     * @param payload copied before the call returns
     * @return whether it was taken; where not, no byte of it will leave
     */
    public SendResult send(boolean text, DirectBuffer payload, int offset, int length) {
        Channel open = channel;
        if (state != State.OPEN || open == null) {
            return refuse(SendResult.NOT_OPEN, TransportCounter.SENDS_REFUSED_CLOSED);
        }
        if (length > settings.maxMessageBytes()) {
            return refuse(SendResult.TOO_LARGE, TransportCounter.SENDS_REFUSED_TOO_LARGE);
        }
        if (!open.isWritable()) {
            return refuse(SendResult.FULL, TransportCounter.SENDS_REFUSED_FULL);
        }
        write(open, text ? OpCode.TEXT : OpCode.BINARY, payload, offset, length);
        counters.increment(TransportCounter.MESSAGES_SENT);
        counters.add(TransportCounter.BYTES_SENT, length);
        return SendResult.ACCEPTED;
    }

    /** Sends a text message; for the few that are composed as text, since it allocates. */
    public SendResult sendText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return send(true, new UnsafeBuffer(bytes), 0, bytes.length);
    }

    /** Whether messages can be sent now. */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether {@link #send} would take a message now: open, and not too much waits to be sent. */
    public boolean isWritable() {
        Channel open = channel;
        return state == State.OPEN && open != null && open.isWritable();
    }

    /** Begins the close handshake, or gives up the attempt to connect. */
    public void close(int code, String reason) {
        if (loop.inEventLoop()) {
            beginClose(code, reason);
        } else {
            loop.execute(() -> beginClose(code, reason));
        }
    }

    /**
     * Lets time pass: sends the ping that is due and ends what has taken too long.
     *
     * @param nowNs monotonic time
     */
    public void tick(long nowNs) {
        switch (state) {
            case CONNECTING ->
                endIf(nowNs - startedNs >= settings.connectTimeoutNs(), EndCause.CONNECT_TIMEOUT, "not open in time");
            case OPEN -> tickOpen(nowNs);
            case CLOSING ->
                endIf(
                        nowNs - closingNs >= settings.closeTimeoutNs(),
                        EndCause.CLOSED_BY_US,
                        "peer did not answer the close");
            case LINGERING -> lingerUntil(nowNs);
            case ENDED -> {}
        }
    }

    WebSocketSettings settings() {
        return settings;
    }

    FrameSink sink() {
        return sink;
    }

    void attach(Channel connecting) {
        channel = connecting;
        if (state == State.ENDED) {
            Channels.close(connecting);
        }
    }

    /** Runs {@code action} when the socket ends, at once if it has ended. */
    void releaseAtEnd(Runnable action) {
        release = action;
        if (state == State.ENDED) {
            action.run();
        }
    }

    void onUpgraded() {
        if (state != State.CONNECTING) {
            return;
        }
        keepAlive.start(clock.nowNs());
        state = State.OPEN;
        counters.increment(TransportCounter.SOCKETS_OPENED);
        try {
            listener.onOpen(this);
        } catch (RuntimeException e) {
            onListenerFailure(e);
        }
    }

    void onBytes(int count) {
        keepAlive.onBytes();
        counters.addAsOwner(TransportCounter.BYTES_RECEIVED, count);
    }

    void onDisconnected(boolean inMessage, String detail) {
        if (inMessage && !isOver()) {
            counters.increment(TransportCounter.TRUNCATED_MESSAGES);
        }
        EndCause cause = state == State.CLOSING ? EndCause.CLOSED_BY_US : EndCause.LOST;
        end(SocketEnd.of(cause, VenueText.clean(detail)));
    }

    /** Ends the socket at once; the first end is the one told. */
    void end(SocketEnd end) {
        boolean told = isOver();
        if (state == State.ENDED) {
            return;
        }
        state = State.ENDED;
        Channel connected = channel;
        if (connected != null) {
            Channels.close(connected);
        }
        release.run();
        if (!told) {
            tellEnd(end);
        }
    }

    private void tickOpen(long nowNs) {
        if (keepAlive.isPongOverdue(nowNs)) {
            end(SocketEnd.of(EndCause.PONG_TIMEOUT, "ping not answered"));
        } else if (keepAlive.isIdle(nowNs)) {
            end(SocketEnd.of(EndCause.IDLE, "nothing received"));
        } else if (keepAlive.isPingDue(nowNs)) {
            control.putLong(0, keepAlive.pings(), ByteOrder.BIG_ENDIAN);
            writeControl(OpCode.PING, Long.BYTES);
            counters.increment(TransportCounter.PINGS_SENT);
        }
    }

    private void endIf(boolean overdue, EndCause cause, String detail) {
        if (overdue) {
            end(SocketEnd.of(cause, detail));
        }
    }

    private void beginClose(int code, String reason) {
        if (state == State.CONNECTING) {
            end(SocketEnd.of(EndCause.CLOSED_BY_US, reason));
        } else if (state == State.OPEN) {
            state = State.CLOSING;
            closingNs = clock.nowNs();
            writeClose(code, reason);
        }
    }

    // the close frame must have a chance to arrive: closing at once, with input unread, would reset the connection
    private void endWithClose(int code, SocketEnd end) {
        if (isOver()) {
            return;
        }
        if (state == State.OPEN) {
            writeClose(code, end.detail());
        }
        state = State.LINGERING;
        closingNs = clock.nowNs();
        tellEnd(end);
    }

    private void lingerUntil(long nowNs) {
        if (nowNs - closingNs >= settings.closeTimeoutNs()) {
            end(SocketEnd.of(EndCause.CLOSED_BY_US, "peer did not disconnect"));
        }
    }

    private boolean isOver() {
        return state == State.LINGERING || state == State.ENDED;
    }

    private void tellEnd(SocketEnd end) {
        try {
            listener.onEnd(this, end);
        } catch (RuntimeException e) {
            counters.increment(TransportCounter.LISTENER_FAILURES);
            LOG.error("Listener failed at the end of a socket: cause={}", end.cause(), e);
        }
    }

    private void onListenerFailure(RuntimeException failure) {
        counters.increment(TransportCounter.LISTENER_FAILURES);
        LOG.error("Listener failed, closing its socket", failure);
        endWithClose(
                CloseCode.INTERNAL_ERROR,
                SocketEnd.of(EndCause.LISTENER_FAILED, failure.getClass().getName()));
    }

    private SendResult refuse(SendResult result, TransportCounter counter) {
        counters.increment(counter);
        return result;
    }

    private void writeClose(int code, String reason) {
        control.putByte(0, (byte) (code >>> 8));
        control.putByte(1, (byte) code);
        int length = 2;
        for (int i = 0; i < Math.min(reason.length(), 100); i++) {
            char c = reason.charAt(i);
            control.putByte(length++, (byte) (c < 0x80 ? c : '?'));
        }
        writeControl(OpCode.CLOSE, length);
    }

    private void writeControl(int opCode, int length) {
        Channel open = channel;
        if (open != null) {
            write(open, opCode, control, 0, length);
        }
    }

    private void write(Channel open, int opCode, DirectBuffer payload, int offset, int length) {
        ByteBuf out = open.alloc().directBuffer(FrameWriter.MAX_HEADER + length);
        FrameWriter.write(out, opCode, masks.next(), payload, offset, length);
        Channels.send(open, out);
    }

    /** What the peer says. */
    private final class Inbound implements FrameSink {
        @Override
        public void onMessage(Frame frame) {
            if (isOver()) {
                return;
            }
            counters.addAsOwner(TransportCounter.MESSAGES_RECEIVED, 1);
            try {
                listener.onFrame(WebSocket.this, frame);
            } catch (RuntimeException e) {
                onListenerFailure(e);
            }
        }

        @Override
        public void onPing(byte[] bytes, int offset, int length) {
            if (state != State.OPEN) {
                return;
            }
            if (!isWritable()) {
                counters.increment(TransportCounter.SENDS_REFUSED_FULL);
                return;
            }
            control.putBytes(0, bytes, offset, length);
            writeControl(OpCode.PONG, length);
            counters.increment(TransportCounter.PINGS_ANSWERED);
        }

        @Override
        public void onPong(byte[] bytes, int offset, int length) {
            if (length != Long.BYTES) {
                return;
            }
            control.putBytes(0, bytes, offset, length);
            long roundTripNs = keepAlive.onPong(control.getLong(0, ByteOrder.BIG_ENDIAN), clock.nowNs());
            if (roundTripNs >= 0) {
                counters.increment(TransportCounter.PONGS_RECEIVED);
                listener.onPong(WebSocket.this, roundTripNs);
            }
        }

        @Override
        public void onClose(int code, String reason) {
            EndCause cause = state == State.CLOSING ? EndCause.CLOSED_BY_US : EndCause.CLOSED_BY_PEER;
            int echo = code == CloseCode.NONE ? CloseCode.NORMAL : code;
            endWithClose(echo, SocketEnd.of(cause, code, reason));
        }

        @Override
        public void onFault(Fault fault, String what) {
            counters.increment(
                    switch (fault) {
                        case PROTOCOL -> TransportCounter.PROTOCOL_VIOLATIONS;
                        case TOO_LARGE -> TransportCounter.OVERSIZED_MESSAGES;
                        case BAD_COMPRESSION -> TransportCounter.BAD_COMPRESSION;
                    });
            EndCause cause = switch (fault) {
                case PROTOCOL -> EndCause.PROTOCOL_VIOLATION;
                case TOO_LARGE -> EndCause.TOO_LARGE;
                case BAD_COMPRESSION -> EndCause.BAD_COMPRESSION;
            };
            endWithClose(fault.closeCode(), SocketEnd.of(cause, fault.closeCode(), what));
        }
    }
}
