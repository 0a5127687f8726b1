package io.lockstep.simulator.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;

/**
 * A client that reads an answer without end: server-sent events, each a line of data and an empty one. (WHATWG, "HTML", section 9.2,
 * read 2026-11.) A ping is a comment; closing ends the answer, cutting breaks it off.
 */
final class EventPeer implements SocketPeer {
    private final Channel channel;

    EventPeer(Channel channel) {
        this.channel = channel;
    }

    /** Sends the head of the answer. */
    void open() {
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        head.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream")
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_CACHE)
                .set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        Writes.send(channel, head);
    }

    @Override
    public void send(String text) {
        write("data: " + text + "\n\n");
    }

    @Override
    public void send(byte[] bytes) {
        send(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public long pendingBytes() {
        return Writes.pending(channel);
    }

    @Override
    public void ping(String payload) {
        write(": " + payload + "\n\n");
    }

    @Override
    public void close(int code, String reason) {
        Writes.sendAndClose(channel, LastHttpContent.EMPTY_LAST_CONTENT);
    }

    @Override
    public void freeze(boolean frozen) {
        channel.config().setAutoRead(!frozen);
    }

    @Override
    public void cut() {
        Writes.close(channel);
    }

    private void write(String text) {
        ByteBuf bytes = Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
        Writes.send(channel, new DefaultHttpContent(bytes));
    }
}
