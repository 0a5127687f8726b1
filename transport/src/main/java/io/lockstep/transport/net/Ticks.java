package io.lockstep.transport.net;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Lets time pass on network threads. All ticks of one length fall on the same moments, whatever they are for, so that a thread wakes once for all
 * of them.
 */
public final class Ticks {
    private Ticks() {}

    /**
     * Runs a task again and again on a network thread until it is cancelled or throws.
     *
     * @param periodMs time between two runs, milliseconds, positive; the first is at most that far away
     */
    public static Future<?> every(long periodMs, EventLoop loop, Runnable task) {
        long periodNs = TimeUnit.MILLISECONDS.toNanos(periodMs);
        long firstNs = periodNs - Math.floorMod(System.nanoTime(), periodNs);
        return loop.scheduleAtFixedRate(task, firstNs, periodNs, TimeUnit.NANOSECONDS);
    }
}
