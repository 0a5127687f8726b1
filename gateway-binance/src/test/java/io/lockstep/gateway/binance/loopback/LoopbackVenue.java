package io.lockstep.gateway.binance.loopback;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
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
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A venue on loopback that does what the test says: sockets it accepts and answers, REST answers it was given. */
public final class LoopbackVenue implements AutoCloseable {
    private static final long WAIT_S = 20;

    private final MultiThreadIoEventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Channel listening;
    private final BlockingQueue<Client> clients = new LinkedBlockingQueue<>();
    private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private volatile boolean confirming = true;

    private record Answer(String path, int status, String header, String body) {}

    /** Begins to listen. */
    public LoopbackVenue() throws InterruptedException {
        listening = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(1 << 20), new Requests());
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

    /** Subscriptions stay unanswered from now on. */
    public void confirmNothing() {
        confirming = false;
    }

    /** The next REST request whose path begins so gets this answer; requests without one get 404. */
    public void answer(String path, int status, String header, String body) {
        answers.add(new Answer(path, status, header, body));
    }

    /** The next REST request that came. */
    public String awaitRequest() throws InterruptedException {
        String request = asked.poll(WAIT_S, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    /** The next socket that was opened and has subscribed. */
    public Client awaitClient() throws InterruptedException {
        Client client = clients.poll(WAIT_S, TimeUnit.SECONDS);
        if (client == null) {
            throw new AssertionError("nobody connected");
        }
        return client;
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    /** The venue's side of one socket. */
    public static final class Client {
        private final Channel channel;
        private final String path;
        private final String apiKey;
        private final List<String> subscriptions = new CopyOnWriteArrayList<>();

        private Client(Channel channel, String path, String apiKey) {
            this.channel = channel;
            this.path = path;
            this.apiKey = apiKey;
        }

        /** Where it connected. */
        public String path() {
            return path;
        }

        /** The key in its upgrade, empty for none. */
        public String apiKey() {
            return apiKey;
        }

        /** The requests it sent. */
        public List<String> subscriptions() {
            return subscriptions;
        }

        /** Sends a text frame. */
        public void send(String text) {
            channel.writeAndFlush(new TextWebSocketFrame(text)).syncUninterruptibly();
        }

        /** Sends a binary frame. */
        public void send(byte[] bytes) {
            channel.writeAndFlush(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(bytes)))
                    .syncUninterruptibly();
        }

        /** Cuts the connection. */
        public void cut() {
            channel.close().syncUninterruptibly();
        }
    }

    private final class Requests extends SimpleChannelInboundHandler<Object> {
        private Client client;

        @Override
        protected void channelRead0(ChannelHandlerContext context, Object message) {
            if (message instanceof FullHttpRequest request) {
                onRequest(context, request);
            } else if (message instanceof TextWebSocketFrame text) {
                onText(text.text());
            } else if (message instanceof PingWebSocketFrame ping) {
                context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
            } else if (message instanceof CloseWebSocketFrame close) {
                context.writeAndFlush(close.retain()).addListener(done -> context.close());
            }
        }

        private void onRequest(ChannelHandlerContext context, FullHttpRequest request) {
            if (!request.headers().contains(HttpHeaderNames.UPGRADE)) {
                onRest(context, request);
                return;
            }
            String key = request.headers().get("X-MBX-APIKEY", "");
            client = new Client(context.channel(), request.uri(), key);
            WebSocketServerHandshaker handshaker =
                    new WebSocketServerHandshakerFactory("", null, false, 1 << 20).newHandshaker(request);
            handshaker.handshake(context.channel(), request);
        }

        private void onRest(ChannelHandlerContext context, FullHttpRequest request) {
            Answer found = answers.stream()
                    .filter(answer -> request.uri().startsWith(answer.path()))
                    .findFirst()
                    .orElse(new Answer("", 404, "", "{}"));
            answers.remove(found);
            byte[] body = found.body().getBytes(StandardCharsets.UTF_8);
            DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(found.status()), Unpooled.wrappedBuffer(body));
            response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
            int colon = found.header().indexOf(':');
            if (colon > 0) {
                response.headers()
                        .set(found.header().substring(0, colon), found.header().substring(colon + 1));
            }
            context.writeAndFlush(response);
            asked.add(request.uri());
        }

        private void onText(String text) {
            client.subscriptions.add(text);
            if (confirming) {
                String id = text.substring(text.lastIndexOf(':') + 1, text.length() - 1);
                client.channel.writeAndFlush(new TextWebSocketFrame("{\"result\":null,\"id\":" + id + "}"));
            }
            if (client.subscriptions.size() == 1) {
                clients.add(client);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
