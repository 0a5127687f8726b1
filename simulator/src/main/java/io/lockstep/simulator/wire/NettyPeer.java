package io.lockstep.simulator.wire;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A WebSocket client on a Netty channel. What is sent before the handshake is through waits for it. */
final class NettyPeer implements SocketPeer {
    /** Bytes a client may leave unread before it is cut off, as venues do. */
    private static final long MAX_PENDING = 16L << 20;

    private final Channel channel;
    private final List<WebSocketFrame> early = new ArrayList<>();
    private boolean open;

    NettyPeer(Channel channel) {
        this.channel = channel;
    }

    void opened() {
        open = true;
        early.forEach(this::send);
        early.clear();
    }

    @Override
    public void send(String text) {
        send(new TextWebSocketFrame(text));
    }

    @Override
    public void send(byte[] bytes) {
        send(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(bytes)));
    }

    @Override
    public long pendingBytes() {
        return Writes.pending(channel);
    }

    private void send(WebSocketFrame frame) {
        if (!open) {
            early.add(frame);
        } else if (pendingBytes() > MAX_PENDING) {
            frame.release();
            cut();
        } else {
            Writes.send(channel, frame);
        }
    }

    @Override
    public void ping(String payload) {
        Writes.send(channel, new PingWebSocketFrame(Unpooled.copiedBuffer(payload, StandardCharsets.UTF_8)));
    }

    @Override
    public void close(int code, String reason) {
        Writes.sendAndClose(channel, new CloseWebSocketFrame(code, reason));
    }

    @Override
    public void freeze(boolean frozen) {
        channel.config().setAutoRead(!frozen);
    }

    @Override
    public void cut() {
        Writes.close(channel);
    }
}
