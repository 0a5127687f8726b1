package io.lockstep.benchmarks.wire;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;

/** The floor: a frame of a quote's length goes one way, one of an order's length comes back, and nobody reads either. */
final class RawEcho {
    private static final int QUOTE_BYTES = 180;
    private static final int ORDER_BYTES = 420;

    private final WireTimes times = new WireTimes();

    private RawEcho() {}

    /**
     * Runs it on schedule.
     *
     * @param intervalMs distance of questions, milliseconds
     */
    static WireTimes run(int seconds, int intervalMs) throws InterruptedException {
        RawEcho echo = new RawEcho();
        EventLoopGroup asking = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        EventLoopGroup answering = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try {
            Channel server = new ServerBootstrap()
                    .group(asking)
                    .channel(NioServerSocketChannel.class)
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childHandler(new ChannelInitializer<>() {
                        @Override
                        protected void initChannel(Channel client) {
                            echo.ask(client, intervalMs);
                        }
                    })
                    .bind(InetAddress.getLoopbackAddress(), 0)
                    .sync()
                    .channel();
            new Bootstrap()
                    .group(answering)
                    .channel(NioSocketChannel.class)
                    .option(ChannelOption.TCP_NODELAY, true)
                    .handler(new Replier(QUOTE_BYTES, () -> {}, ORDER_BYTES))
                    .connect(server.localAddress())
                    .sync();
            TimeUnit.SECONDS.sleep(1);
            echo.times.begin();
            TimeUnit.SECONDS.sleep(seconds);
            echo.times.end();
            TimeUnit.MILLISECONDS.sleep(100);
        } finally {
            asking.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
            answering.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
        }
        return echo.times;
    }

    private void ask(Channel client, int intervalMs) {
        client.pipeline().addLast(new Replier(ORDER_BYTES, () -> times.answer(System.nanoTime()), 0));
        Future<?> unused = client.eventLoop()
                .scheduleAtFixedRate(
                        () -> {
                            times.ask(System.nanoTime());
                            client.writeAndFlush(Unpooled.wrappedBuffer(new byte[QUOTE_BYTES]));
                        },
                        intervalMs,
                        intervalMs,
                        TimeUnit.MILLISECONDS);
    }

    /** Does something with each whole frame and answers with one of another length, or not at all. */
    private static final class Replier extends ChannelInboundHandlerAdapter {
        private final int frameBytes;
        private final Runnable onFrame;
        private final int replyBytes;
        private int waiting;

        Replier(int frameBytes, Runnable onFrame, int replyBytes) {
            this.frameBytes = frameBytes;
            this.onFrame = onFrame;
            this.replyBytes = replyBytes;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf piece = (ByteBuf) message;
            waiting += piece.readableBytes();
            piece.release();
            for (; waiting >= frameBytes; waiting -= frameBytes) {
                onFrame.run();
                if (replyBytes > 0) {
                    context.writeAndFlush(Unpooled.wrappedBuffer(new byte[replyBytes]));
                }
            }
        }
    }
}
