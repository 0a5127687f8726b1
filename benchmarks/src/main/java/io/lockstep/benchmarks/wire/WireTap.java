package io.lockstep.benchmarks.wire;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Stands between a client and a venue, passes every byte on and takes the time of quotes that go one way and of orders that go the other. One
 * thread, so that both are read off one clock without a hand-over.
 */
final class WireTap implements AutoCloseable {
    private static final String QUOTES = "GET /stream";
    private static final String ORDERS = "GET /ws-api";
    private static final byte[] QUOTE = "@bookTicker".getBytes(StandardCharsets.US_ASCII);

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final InetSocketAddress venue;
    private final WireTimes times;
    private final int port;

    /** Begins to listen on a free port. */
    WireTap(int venuePort, WireTimes times) {
        this.venue = new InetSocketAddress(InetAddress.getLoopbackAddress(), venuePort);
        this.times = times;
        Channel server = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.AUTO_READ, false)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel client) {
                        connect(client);
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel();
        port = ((InetSocketAddress) server.localAddress()).getPort();
    }

    /** Where clients connect to. */
    int port() {
        return port;
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private void connect(Channel client) {
        Line line = new Line(client);
        client.pipeline().addLast(new FromClient(line));
        ChannelFuture connecting = new Bootstrap()
                .group(client.eventLoop())
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new FromVenue(line))
                .connect(venue);
        line.venue = connecting.channel();
        connecting.addListener(done -> {
            if (done.isSuccess()) {
                client.config().setAutoRead(true);
            } else {
                client.close();
            }
        });
    }

    /** A client's connection and the one to the venue that belongs to it. */
    private static final class Line {
        private final Channel client;
        private Channel venue;
        private String path = "";

        Line(Channel client) {
            this.client = client;
            this.venue = client;
        }
    }

    private final class FromClient extends ChannelInboundHandlerAdapter {
        private final Line line;
        private final FrameCounter frames = new FrameCounter();

        FromClient(Line line) {
            this.line = line;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            long now = System.nanoTime();
            ByteBuf piece = (ByteBuf) message;
            if (line.path.isEmpty()) {
                line.path =
                        piece.toString(0, Math.min(piece.readableBytes(), ORDERS.length()), StandardCharsets.US_ASCII);
            }
            if (line.path.equals(ORDERS)) {
                for (int texts = frames.texts(piece); texts > 0; texts--) {
                    times.answer(now);
                }
            }
            line.venue.writeAndFlush(piece);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            line.venue.close();
        }
    }

    private final class FromVenue extends ChannelInboundHandlerAdapter {
        private final Line line;

        FromVenue(Line line) {
            this.line = line;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf piece = (ByteBuf) message;
            int quotes = line.path.equals(QUOTES) ? count(piece) : 0;
            long now = System.nanoTime();
            for (; quotes > 0; quotes--) {
                times.ask(now);
            }
            line.client.writeAndFlush(piece);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            line.client.close();
        }
    }

    /** Quotes in a piece; a name cut in two by a piece's end is not seen, which shows as an answer without a question. */
    private static int count(ByteBuf piece) {
        int found = 0;
        int last = piece.writerIndex() - QUOTE.length;
        for (int at = piece.readerIndex(); at <= last; at++) {
            int i = 0;
            while (i < QUOTE.length && piece.getByte(at + i) == QUOTE[i]) {
                i++;
            }
            found += i == QUOTE.length ? 1 : 0;
        }
        return found;
    }
}
