package io.lockstep.transport.net;

import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SelectStrategy;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.nio.channels.spi.SelectorProvider;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The network threads. Everything a connection does happens on the one it was given. */
public final class IoThreads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IoThreads.class);
    private static final long SHUTDOWN_MS = 2_000;

    private final IoKind kind;
    private final MultiThreadIoEventLoopGroup group;

    private IoThreads(IoKind kind, IoSettings settings) {
        this.kind = kind;
        this.group = new MultiThreadIoEventLoopGroup(
                settings.threads(),
                new DefaultThreadFactory("lockstep-net", true),
                kind == IoKind.EPOLL ? epoll(settings.busySpin()) : nio(settings.busySpin()));
    }

    /** Starts the threads. */
    public static IoThreads open(IoSettings settings) {
        return new IoThreads(usable(settings.kind()), settings);
    }

    /** How the threads really wait. */
    public IoKind kind() {
        return kind;
    }

    /** The thread for the next connection, in turn. */
    public EventLoop next() {
        return group.next();
    }

    /** The socket type that fits the threads. */
    public Class<? extends SocketChannel> channelType() {
        return kind == IoKind.EPOLL ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    /** Ends the threads and with them every connection; waits up to two seconds. */
    @Override
    public void close() {
        group.shutdownGracefully(0, SHUTDOWN_MS, TimeUnit.MILLISECONDS).awaitUninterruptibly(SHUTDOWN_MS);
    }

    private static IoKind usable(IoKind wanted) {
        if (wanted == IoKind.EPOLL && !Epoll.isAvailable()) {
            LOG.warn("Native epoll does not load, using NIO: {}", String.valueOf(Epoll.unavailabilityCause()));
            return IoKind.NIO;
        }
        return wanted;
    }

    private static IoHandlerFactory nio(boolean busySpin) {
        return busySpin
                ? NioIoHandler.newFactory(SelectorProvider.provider(), () -> (selectNow, hasTasks) -> selectNow.get())
                : NioIoHandler.newFactory();
    }

    private static IoHandlerFactory epoll(boolean busySpin) {
        return busySpin
                ? EpollIoHandler.newFactory(0, () -> (selectNow, hasTasks) -> SelectStrategy.BUSY_WAIT)
                : EpollIoHandler.newFactory();
    }
}
