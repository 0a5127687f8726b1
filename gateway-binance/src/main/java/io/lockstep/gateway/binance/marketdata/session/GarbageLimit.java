package io.lockstep.gateway.binance.marketdata.session;

import java.util.concurrent.TimeUnit;

/** Ten unreadable frames within ten seconds are one too many: the stream is not what it should be. Network thread. */
final class GarbageLimit {
    private static final int FRAMES = 10;
    private static final long WINDOW_NS = TimeUnit.SECONDS.toNanos(10);

    private final long[] atNs = new long[FRAMES];
    private long count;

    /** Counts one; true when that makes ten within the window. The count then begins anew. */
    boolean isReached(long nowNs) {
        atNs[(int) (count++ % FRAMES)] = nowNs;
        long oldestNs = atNs[(int) (count % FRAMES)];
        boolean reached = count >= FRAMES && nowNs - oldestNs <= WINDOW_NS;
        if (reached) {
            count = 0;
        }
        return reached;
    }
}
