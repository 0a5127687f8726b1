package io.lockstep.strategies;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures what a piece of work allocates on the calling thread. */
public final class AllocationProbe {
    private static final int ROUNDS = 8;

    private AllocationProbe() {}

    /**
     * Runs the work several times and returns the least it allocated, bytes: what the virtual machine allocates now and then for itself
     * is not in it, what the work allocates each time is.
     */
    public static long leastAllocated(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
