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
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
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
    private @Nullable SocketChannel held;

    /** @throws IllegalStateException if the port cannot be had */
    ServerPort(EventLoopGroup group, EventLoop loop, int wanted, WireFace face) {
        clients = new DefaultChannelGroup(loop);
        bootstrap = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
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

    /** Cuts everybody and stops listening, as a venue that goes down. The port stays ours: no client of anybody gets it for its own end. */
    public void suspend() {
        // while it still listens nobody else can have it
        ChannelFuture unusedClose = server.close().addListener(done -> hold());
        Future<Void> unused = clients.close();
    }

    /** Takes the port with a socket that refuses whoever calls. */
    private synchronized void hold() {
        try {
            SocketChannel holder = SocketChannel.open();
            holder.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            held = holder;
        } catch (IOException e) {
            LOG.warn("somebody else may get the port while nobody listens: port={}", port, e);
        }
    }

    private synchronized void release() {
        SocketChannel holder = held;
        held = null;
        if (holder != null) {
            try {
                holder.close();
            } catch (IOException e) {
                LOG.warn("cannot let go of the port: port={}", port, e);
            }
        }
    }

    /** Listens again. */
    public void resume() {
        ChannelFuture bound = bind(port);
        server = bound.channel();
        ChannelFuture unused = bound.addListener(done -> {
            release();
            if (!done.isSuccess()) {
                LOG.error("cannot listen again: port={}", port, done.cause());
            }
        });
    }

    private ChannelFuture bind(int wanted) {
        return bootstrap.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
    }
}
