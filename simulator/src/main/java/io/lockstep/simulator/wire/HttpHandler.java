package io.lockstep.simulator.wire;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns HTTP requests into calls of a face; a WebSocket handshake, or a request for events, into a session. Other upgrades, as to h2c,
 * are ignored.
 */
final class HttpHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(HttpHandler.class);
    private static final int MAX_FRAME = 1 << 20;

    private final WireFace face;

    HttpHandler(WireFace face) {
        this.face = face;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        HttpCall call = call(request);
        boolean keepAlive = HttpUtil.isKeepAlive(request);
        if (isWebSocket(request)) {
            upgrade(context, request, call);
        } else if (face.isEventStream(call)) {
            stream(context, call, keepAlive);
        } else if (request.method().equals(HttpMethod.OPTIONS)) {
            write(context, HttpReply.of(200, ""), keepAlive);
        } else {
            face.onRequest(call, reply -> write(context, reply, keepAlive));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.warn("connection ends", cause);
        Writes.close(context.channel());
    }

    private void upgrade(ChannelHandlerContext context, FullHttpRequest request, HttpCall call) {
        WebSocketServerHandshaker handshaker = new WebSocketServerHandshakerFactory(
                        "ws://" + request.headers().get(HttpHeaderNames.HOST, "localhost") + request.uri(),
                        null,
                        false,
                        MAX_FRAME)
                .newHandshaker(request);
        if (handshaker == null) {
            ChannelFuture unused = WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(context.channel());
            return;
        }
        HttpReply refusal = face.refusal(call);
        if (refusal != null) {
            write(context, refusal, false);
            return;
        }
        NettyPeer peer = new NettyPeer(context.channel());
        SocketSession session = face.onUpgrade(call, peer);
        if (session == null) {
            write(context, notFound(), false);
            return;
        }
        ChannelFuture unused = handshaker.handshake(context.channel(), request);
        context.pipeline().addLast(new WebSocketFrameAggregator(MAX_FRAME)).addLast(new SocketHandler(session));
        context.pipeline().remove(this);
        peer.opened();
    }

    /** Answers with events, as long as both sides like. */
    private void stream(ChannelHandlerContext context, HttpCall call, boolean keepAlive) {
        HttpReply refusal = face.refusal(call);
        if (refusal != null) {
            write(context, refusal, keepAlive);
            return;
        }
        EventPeer peer = new EventPeer(context.channel());
        peer.open();
        SocketSession session = face.onUpgrade(call, peer);
        if (session == null) {
            peer.cut();
            return;
        }
        context.pipeline().addLast(new EventHandler(session));
        context.pipeline().remove(this);
    }

    private static HttpReply notFound() {
        return HttpReply.of(404, "{\"code\":404,\"msg\":\"Not found\"}");
    }

    private static void write(ChannelHandlerContext context, HttpReply reply, boolean keepAlive) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(reply.status()),
                Unpooled.copiedBuffer(reply.body(), StandardCharsets.UTF_8));
        HttpHeaders headers = response.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json;charset=UTF-8");
        headers.setInt(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST, PUT, DELETE, OPTIONS");
        headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, "*");
        reply.headers().forEach(headers::set);
        HttpUtil.setKeepAlive(response, keepAlive);
        if (keepAlive) {
            Writes.send(context.channel(), response);
        } else {
            Writes.sendAndClose(context.channel(), response);
        }
    }

    private static HttpCall call(FullHttpRequest request) {
        String uri = request.uri();
        int mark = uri.indexOf('?');
        String query = mark < 0 ? "" : uri.substring(mark + 1);
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        String path = new QueryStringDecoder(uri).path();
        String body = request.content().toString(StandardCharsets.UTF_8);
        return new HttpCall(request.method().name(), path, query, body, headers);
    }

    private static boolean isWebSocket(FullHttpRequest request) {
        return "websocket".equalsIgnoreCase(request.headers().get(HttpHeaderNames.UPGRADE, ""));
    }
}
