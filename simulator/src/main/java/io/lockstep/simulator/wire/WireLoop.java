package io.lockstep.simulator.wire;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread of the simulated venues on the wire, and the ports it listens on, loopback only. */
public final class WireLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WireLoop.class);

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
        return open(port, face).port();
    }

    /**
     * Listens on a port of the loopback interface, in a way that can be suspended. Must not be called from the loop itself.
     *
     * @param port 0 for any free one
     * @throws IllegalStateException if the port cannot be had
     */
    public ServerPort open(int port, WireFace face) {
        return new ServerPort(group, loop, port, face);
    }

    /** Runs something on the loop again and again; what it throws is logged, and it goes on. */
    public void every(long periodMs, Runnable task) {
        ScheduledFuture<?> unused =
                loop.scheduleWithFixedDelay(() -> run(task), periodMs, periodMs, TimeUnit.MILLISECONDS);
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
            // one client's request must not end the venue for all others
            LOG.error("task of the simulated venue failed", e);
        }
    }

    @Override
    public void close() {
        Future<?> unused = group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
