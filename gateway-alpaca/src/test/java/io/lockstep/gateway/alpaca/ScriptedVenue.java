package io.lockstep.gateway.alpaca;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lockstep.gateway.alpaca.marketdata.msgpack.MsgpackFrames;
import io.lockstep.gateway.alpaca.marketdata.msgpack.MsgpackMessages;
import io.lockstep.gateway.alpaca.wire.JsonText;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
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
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A venue on loopback that says what a test tells it to: REST answers by method and path, and streams by path. It knows nothing of orders.
 */
final class ScriptedVenue implements AutoCloseable {
    private static final long DEADLINE_NS = TimeUnit.SECONDS.toNanos(20);

    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Map<String, Function<Request, Answer>> answers = new ConcurrentHashMap<>();
    private final Map<String, StreamScript> scripts = new ConcurrentHashMap<>();
    private final Map<String, Channel> streams = new ConcurrentHashMap<>();
    private final List<Request> requests = new ArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> upgradeKeys = new CopyOnWriteArrayList<>();
    private final Channel listening;

    ScriptedVenue() throws InterruptedException {
        listening = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(1 << 20), new Handler());
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel();
    }

    String address(String scheme) {
        return scheme + "://127.0.0.1:" + ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** Says how to answer requests whose method and path start like this; the longest start wins. */
    void on(String start, Function<Request, Answer> answer) {
        answers.put(start, answer);
    }

    void on(String start, int status, String body) {
        on(start, request -> new Answer(status, body));
    }

    /** Says what a stream says. */
    void stream(String path, StreamScript script) {
        scripts.put(path, script);
    }

    /** Says something on a stream that is open. */
    void push(String path, String message, boolean text) {
        Channel channel = streams.get(path);
        channel.writeAndFlush(frame(message, text));
    }

    /** Ends a stream without a word. */
    void cut(String path) {
        streams.remove(path).close();
    }

    /** What clients said on streams. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    /** The key id in the headers of each upgrade. */
    List<String> upgradeKeys() {
        return List.copyOf(upgradeKeys);
    }

    /** Requests so far, as method and path. */
    synchronized List<String> requests() {
        return requests.stream().map(Request::line).toList();
    }

    /** Waits for the n-th request that starts like this. */
    synchronized Request await(String start, int number) throws InterruptedException {
        long deadlineNs = System.nanoTime() + DEADLINE_NS;
        while (true) {
            List<Request> found = requests.stream()
                    .filter(request -> request.line().startsWith(start))
                    .toList();
            if (found.size() >= number) {
                return found.get(number - 1);
            }
            long leftMs = TimeUnit.NANOSECONDS.toMillis(deadlineNs - System.nanoTime());
            if (leftMs <= 0) {
                throw new AssertionError("no request: " + start + ", requests=" + requests());
            }
            wait(leftMs);
        }
    }

    @Override
    public void close() {
        listening.close();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2_000);
    }

    private synchronized void note(Request request) {
        requests.add(request);
        notifyAll();
    }

    private Answer answer(Request request) {
        String best = answers.keySet().stream()
                .filter(request.line()::startsWith)
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .orElse("");
        Function<Request, Answer> found = answers.get(best);
        return found == null
                ? new Answer(404, "{\"code\":40410000,\"message\":\"not scripted\"}")
                : found.apply(request);
    }

    private static WebSocketFrame frame(String message, boolean text) {
        return text ? new TextWebSocketFrame(message) : new BinaryWebSocketFrame(Unpooled.copiedBuffer(message, UTF_8));
    }

    /** One request. */
    record Request(String method, String path, String body, String keyId) {
        String line() {
            return method + " " + path;
        }
    }

    /** One answer; a status of 0 cuts the connection instead. */
    record Answer(int status, String body) {}

    /** What a stream says when it opens and when a client says something; each line is a frame. */
    interface StreamScript {
        /** Frames sent at once. */
        List<String> onOpen();

        /** Frames sent in answer. */
        List<String> onMessage(String message);

        /** Whether frames are sent as text. */
        boolean isText();
    }

    private final class Handler extends SimpleChannelInboundHandler<Object> {
        private String path = "";
        private boolean msgpack;

        @Override
        protected void channelRead0(ChannelHandlerContext context, Object message) {
            if (message instanceof FullHttpRequest request) {
                if (request.headers().contains(HttpHeaderNames.UPGRADE)) {
                    upgrade(context, request);
                } else {
                    rest(context, request);
                }
            } else if (message instanceof WebSocketFrame frame) {
                hear(context, frame);
            }
        }

        private void hear(ChannelHandlerContext context, WebSocketFrame frame) {
            byte[] bytes = ByteBufUtil.getBytes(frame.content());
            String text = msgpack && bytes.length > 0
                    ? new MsgpackFrames().toJson(bytes, 0, bytes.length).toString()
                    : new String(bytes, UTF_8);
            if (text.startsWith("{")) {
                heard.add(text);
                say(context, scripts.get(path).onMessage(text));
            }
        }

        private void say(ChannelHandlerContext context, List<String> messages) {
            boolean text = scripts.get(path).isText();
            for (String message : messages) {
                context.writeAndFlush(
                        msgpack
                                ? new BinaryWebSocketFrame(
                                        Unpooled.wrappedBuffer(MsgpackMessages.of(new JsonText().raw(message))))
                                : frame(message, text));
            }
        }

        private void rest(ChannelHandlerContext context, FullHttpRequest request) {
            Request seen = new Request(
                    request.method().name(),
                    request.uri(),
                    request.content().toString(UTF_8),
                    String.valueOf(request.headers().get("APCA-API-KEY-ID")));
            Answer answer = answer(seen);
            note(seen);
            if (answer.status == 0) {
                context.close();
                return;
            }
            byte[] body = answer.body.getBytes(UTF_8);
            DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status), Unpooled.wrappedBuffer(body));
            response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
            context.writeAndFlush(response);
        }

        private void upgrade(ChannelHandlerContext context, FullHttpRequest request) {
            path = request.uri();
            msgpack = "application/msgpack".equals(request.headers().get(HttpHeaderNames.CONTENT_TYPE));
            upgradeKeys.add(String.valueOf(request.headers().get("APCA-API-KEY-ID")));
            StreamScript script = scripts.get(path);
            if (script == null) {
                context.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NOT_FOUND))
                        .addListener(ChannelFutureListener.CLOSE);
                return;
            }
            new WebSocketServerHandshakerFactory(address("ws") + path, null, false)
                    .newHandshaker(request)
                    .handshake(context.channel(), request)
                    .addListener(done -> {
                        streams.put(path, context.channel());
                        say(context, script.onOpen());
                    });
        }
    }
}
