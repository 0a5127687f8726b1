package io.lockstep.gateway.binance.session;

import java.util.concurrent.TimeUnit;

/** Something that is due at an interval. Owned by one thread. */
final class Schedule {
    private final long everyNs;
    private long nextNs = Long.MIN_VALUE;

    Schedule(long everyNs) {
        this.everyNs = everyNs;
    }

    static Schedule ofMs(int everyMs) {
        return new Schedule(TimeUnit.MILLISECONDS.toNanos(everyMs));
    }

    /** Whether it is due; then it is next due an interval from now. */
    boolean isDue(long nowNs) {
        if (nowNs < nextNs) {
            return false;
        }
        done(nowNs);
        return true;
    }

    /** It was just done. */
    void done(long nowNs) {
        nextNs = nowNs + everyNs;
    }
}
