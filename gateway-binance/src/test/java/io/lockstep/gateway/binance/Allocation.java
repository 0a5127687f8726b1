package io.lockstep.gateway.binance;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures what the calling thread allocates. */
public final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /**
     * Bytes allocated by {@code repetitions} runs of a task, after a warm-up of as many: the least of three rounds, for the virtual
     * machine itself now and then allocates on a thread it compiles for.
     */
    public static long bytesOf(int repetitions, Runnable task) {
        run(repetitions, task);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            run(repetitions, task);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    private static void run(int repetitions, Runnable task) {
        for (int i = 0; i < repetitions; i++) {
            task.run();
        }
    }
}
