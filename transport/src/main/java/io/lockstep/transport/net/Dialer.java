package io.lockstep.transport.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens TCP connections, with TLS in the pipeline where the endpoint wants it. */
public final class Dialer {
    private static final Logger LOG = LoggerFactory.getLogger(Dialer.class);
    // the default, adaptive allocator makes a new NIO view for each read and each write; this one keeps them with its
    // buffers
    private static final ByteBufAllocator BUFFERS = PooledByteBufAllocator.DEFAULT;

    private final IoThreads io;
    private final HostResolver resolver;
    private final ClientTls tls;

    /** The parts stay the caller's to close. */
    public Dialer(IoThreads io, HostResolver resolver, ClientTls tls) {
        this.io = io;
        this.resolver = resolver;
        this.tls = tls;
    }

    /**
     * Begins a connection.
     *
     * @param loop the thread it will live on
     * @param options time-out and bound on what waits to be sent
     * @param handlers put into the pipeline behind TLS before the connection is active
     * @return completes on {@code loop} when TCP is connected; cancelling it ends the attempt
     */
    public Future<Channel> dial(Endpoint endpoint, EventLoop loop, DialOptions options, ChannelHandler handlers) {
        Promise<Channel> result = loop.newPromise();
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .channel(io.channelType())
                .option(ChannelOption.ALLOCATOR, BUFFERS)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, options.timeoutMs())
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, waterMark(options.maxUnsentBytes()))
                .handler(pipeline(endpoint, options, handlers));
        resolver.resolve(
                endpoint.host(), resolved -> goOn(loop, () -> connect(bootstrap, endpoint.port(), resolved, result)));
        return result;
    }

    /** The network threads may end while a name is looked up; then nobody is left to connect, or to be told. */
    private static void goOn(EventLoop loop, Runnable step) {
        try {
            loop.execute(step);
        } catch (RejectedExecutionException e) {
            LOG.debug("Not connected, the network threads have ended", e);
        }
    }

    private static void connect(Bootstrap bootstrap, int port, Resolution resolution, Promise<Channel> result) {
        if (result.isDone()) {
            return;
        }
        if (resolution instanceof Resolution.Failed failed) {
            result.tryFailure(failed.cause());
            return;
        }
        InetAddress address = ((Resolution.Found) resolution).address();
        bootstrap.connect(new InetSocketAddress(address, port)).addListener(connected -> {
            Channel channel = ((ChannelFuture) connected).channel();
            if (!connected.isSuccess()) {
                result.tryFailure(connected.cause());
            } else if (!result.trySuccess(channel)) {
                Channels.close(channel);
            }
        });
    }

    private ChannelInitializer<Channel> pipeline(Endpoint endpoint, DialOptions options, ChannelHandler handlers) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                if (endpoint.isSecure()) {
                    channel.pipeline().addLast(tls.newHandler(channel.alloc(), endpoint, options.timeoutMs()));
                }
                channel.pipeline().addLast(handlers);
            }
        };
    }

    private static WriteBufferWaterMark waterMark(int maxUnsentBytes) {
        return new WriteBufferWaterMark(maxUnsentBytes / 2, maxUnsentBytes);
    }
}
