package io.lockstep.simulator.wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread of the simulated venues on the wire, and the ports it listens on, loopback only. */
public final class WireLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WireLoop.class);
    private static final int MAX_BODY = 1 << 20;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoop loop = group.next();

    /**
     * Listens on a port of the loopback interface.
     *
     * @param port 0 for any free one
     * @return the port
     * @throws IllegalStateException if the port cannot be had
     */
    public int listen(int port, WireFace face) {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(MAX_BODY))
                                .addLast(new HttpHandler(face));
                    }
                });
        Channel channel = bootstrap
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .awaitUninterruptibly()
                .channel();
        if (!channel.isActive()) {
            throw new IllegalStateException("cannot listen: port=" + port);
        }
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** Runs something on the loop again and again; what it throws is logged, and it goes on. */
    public void every(long periodMs, Runnable task) {
        ScheduledFuture<?> unused =
                loop.scheduleAtFixedRate(() -> run(task), periodMs, periodMs, TimeUnit.MILLISECONDS);
    }

    /** Runs something on the loop after a time. */
    public void after(long delayMs, Runnable task) {
        ScheduledFuture<?> unused = loop.schedule(() -> run(task), delayMs, TimeUnit.MILLISECONDS);
    }

    /** Runs something on the loop and waits for its result; must not be called from the loop itself. */
    public <T> T call(Callable<T> task) {
        return loop.submit(task).syncUninterruptibly().getNow();
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("task of the simulated venue failed", e);
        }
    }

    @Override
    public void close() {
        Future<?> unused = group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
