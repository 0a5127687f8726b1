package io.lockstep.engine.testing;

import java.lang.management.ManagementFactory;
import java.util.function.IntConsumer;

/** Measures what a piece of code allocates on the calling thread once it is warm. */
public final class AllocationMeter {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private AllocationMeter() {}

    /**
     * Runs an action some times to warm up, then in up to six rounds to measure. The best round counts: when the virtual machine throws away
     * compiled code it may have to build objects that the code had optimised away, once.
     *
     * @return bytes allocated by {@code count} calls
     */
    public static long bytes(int count, IntConsumer action) {
        run(count, action);
        long overhead = measure(0, action);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 6 && least != overhead; round++) {
            least = Math.min(least, measure(count, action));
        }
        return least - overhead;
    }

    private static long measure(int count, IntConsumer action) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        run(count, action);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static void run(int count, IntConsumer action) {
        for (int i = 0; i < count; i++) {
            action.accept(i);
        }
    }
}
