package io.lockstep.gateway.binance.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A venue on loopback that answers as a test tells it: each REST request and each WebSocket method has an answer, the last one set counts.
 * It checks nothing and knows no state.
 */
public final class FakeBinance implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long WAIT_S = 20;
    /** What a socket method is answered with when it shall not be answered. */
    public static final String SILENCE = "";

    private final MultiThreadIoEventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Channel listening;
    private final Map<String, Answer> rest = new ConcurrentHashMap<>();
    private final Map<String, Runnable> beforeAnswers = new ConcurrentHashMap<>();
    private final Map<String, String> methods = new ConcurrentHashMap<>();
    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final List<Channel> sockets = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private volatile boolean refusingSockets;

    private record Answer(int status, String header, String body) {}

    /** Begins to listen. */
    public FakeBinance() throws InterruptedException {
        listening = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(1 << 20), new Handler());
                    }
                })
                .bind("127.0.0.1", 0)
                .sync()
                .channel();
    }

    /** Where it listens, without a scheme. */
    public String address() {
        return "127.0.0.1:" + ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** Sets the answer to a REST request, named as {@code GET /api/v3/time}. */
    public FakeBinance onRest(String request, int status, String body) {
        rest.put(request, new Answer(status, "", body));
        return this;
    }

    /** Sets the answer to a REST request with a header, as {@code Retry-After: 3}. */
    public FakeBinance onRest(String request, int status, String header, String body) {
        rest.put(request, new Answer(status, header, body));
        return this;
    }

    /** Sets the answer to a WebSocket method: what follows the id, as {@code "status":200,"result":{}}. */
    public FakeBinance onMethod(String method, String members) {
        methods.put(method, members);
        return this;
    }

    /** Answers the venue's time from the machine's clock, shifted. */
    public FakeBinance time(String request, long shiftMs) {
        return onRest(request, 200, "{\"serverTime\":NOW+" + shiftMs + "}");
    }

    /** Refuses every upgrade from now on, or no more. */
    public void refuseSockets(boolean refuse) {
        refusingSockets = refuse;
    }

    /** Sends a text on every open socket. */
    public void push(String text) {
        sockets.forEach(socket -> {
            ChannelFuture sent = socket.writeAndFlush(new TextWebSocketFrame(text));
            if (!socket.eventLoop().inEventLoop()) {
                sent.syncUninterruptibly();
            }
        });
    }

    /** Does something once, when a REST request is in and not answered yet; nothing else is served meanwhile. */
    public FakeBinance beforeAnswer(String request, Runnable task) {
        beforeAnswers.put(request, task);
        return this;
    }

    /** Cuts every socket. */
    public void cut() {
        List<Channel> open = new ArrayList<>(sockets);
        sockets.clear();
        open.forEach(socket -> socket.close().syncUninterruptibly());
    }

    /** The next frame with a method, others passed over. */
    public JsonNode awaitFrame(String method) throws InterruptedException {
        while (true) {
            JsonNode frame = frames.poll(WAIT_S, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no such frame: " + method);
            }
            if (frame.get("method").asText().equals(method)) {
                return frame;
            }
        }
    }

    /** The next REST request that begins so, as {@code DELETE /api/v3/order?symbol=...}, others passed over. */
    public String awaitCall(String beginning) throws InterruptedException {
        while (true) {
            String call = calls.poll(WAIT_S, TimeUnit.SECONDS);
            if (call == null) {
                throw new AssertionError("no such call: " + beginning);
            }
            if (call.startsWith(beginning)) {
                return call;
            }
        }
    }

    /** The REST requests so far that were not awaited. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** The frames so far that were not awaited. */
    public List<JsonNode> frames() {
        return List.copyOf(frames);
    }

    /** Where sockets connected so far. */
    public List<String> socketPaths() {
        return List.copyOf(paths);
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private final class Handler extends SimpleChannelInboundHandler<Object> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, Object message) {
            if (message instanceof FullHttpRequest request) {
                onRequest(context, request);
            } else if (message instanceof TextWebSocketFrame text) {
                onText(context, text.text());
            } else if (message instanceof PingWebSocketFrame ping) {
                context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
            } else if (message instanceof CloseWebSocketFrame close) {
                context.writeAndFlush(close.retain()).addListener(done -> context.close());
            }
        }

        private void onRequest(ChannelHandlerContext context, FullHttpRequest request) {
            boolean upgrade = request.headers().contains(HttpHeaderNames.UPGRADE);
            if (!upgrade || refusingSockets) {
                String name = request.method().name() + ' ' + request.uri().split("\\?")[0];
                Runnable before = beforeAnswers.remove(name);
                if (before != null) {
                    before.run();
                }
                Answer none = new Answer(404, "", "{\"code\":-1,\"msg\":\"no answer set: " + name + "\"}");
                respond(context, upgrade ? new Answer(503, "", "") : rest.getOrDefault(name, none));
                if (!upgrade) {
                    calls.add(request.method().name() + ' ' + request.uri());
                }
                return;
            }
            paths.add(request.uri());
            WebSocketServerHandshaker handshaker =
                    new WebSocketServerHandshakerFactory("", null, false, 1 << 20).newHandshaker(request);
            handshaker.handshake(context.channel(), request).addListener(done -> sockets.add(context.channel()));
        }

        private void respond(ChannelHandlerContext context, Answer answer) {
            byte[] body = withTime(answer.body()).getBytes(StandardCharsets.UTF_8);
            DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()), Unpooled.wrappedBuffer(body));
            response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
            int colon = answer.header().indexOf(':');
            if (colon > 0) {
                response.headers()
                        .set(
                                answer.header().substring(0, colon),
                                answer.header().substring(colon + 1).strip());
            }
            context.writeAndFlush(response);
        }

        private void onText(ChannelHandlerContext context, String text) {
            JsonNode frame = parse(text);
            String members = methods.getOrDefault(
                    frame.get("method").asText(), "\"status\":400,\"error\":{\"code\":-1,\"msg\":\"no answer set\"}");
            if (!members.equals(SILENCE)) {
                context.writeAndFlush(new TextWebSocketFrame("{\"id\":" + frame.get("id") + "," + members + "}"));
            }
            frames.add(frame);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }

    private static String withTime(String body) {
        int at = body.indexOf("NOW+");
        if (at < 0) {
            return body;
        }
        int end = body.indexOf('}', at);
        long shiftMs = Long.parseLong(body.substring(at + 4, end));
        return body.substring(0, at) + (System.currentTimeMillis() + shiftMs) + body.substring(end);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
