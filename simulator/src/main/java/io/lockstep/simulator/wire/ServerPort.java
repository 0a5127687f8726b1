package io.lockstep.simulator.wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A port of the loopback interface with a face behind it, and everybody who is connected. */
public final class ServerPort {
    private static final Logger LOG = LoggerFactory.getLogger(ServerPort.class);
    private static final int MAX_BODY = 1 << 20;

    private final ServerBootstrap bootstrap;
    private final ChannelGroup clients;
    private final int port;
    private Channel server;

    /** @throws IllegalStateException if the port cannot be had */
    ServerPort(EventLoopGroup group, EventLoop loop, int wanted, WireFace face) {
        clients = new DefaultChannelGroup(loop);
        bootstrap = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        clients.add(channel);
                        channel.pipeline()
                                .addLast(new Trickle(face))
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(MAX_BODY))
                                .addLast(new HttpHandler(face));
                    }
                });
        ChannelFuture bound = bind(wanted).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IllegalStateException("cannot listen: port=" + wanted, bound.cause());
        }
        server = bound.channel();
        port = ((InetSocketAddress) server.localAddress()).getPort();
    }

    /** The port's number. */
    public int port() {
        return port;
    }

    /** Cuts everybody and stops listening, as a venue that goes down. */
    public void suspend() {
        Writes.close(server);
        Future<Void> unused = clients.close();
    }

    /** Listens again. */
    public void resume() {
        ChannelFuture bound = bind(port);
        server = bound.channel();
        ChannelFuture unused = bound.addListener(done -> {
            if (!done.isSuccess()) {
                LOG.error("cannot listen again: port={}", port, done.cause());
            }
        });
    }

    private ChannelFuture bind(int wanted) {
        return bootstrap.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
    }
}
