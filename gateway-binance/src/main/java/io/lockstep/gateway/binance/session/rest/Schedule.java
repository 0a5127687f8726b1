package io.lockstep.gateway.binance.session.rest;

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

    /** Whether it is due. */
    boolean isDue(long nowNs) {
        return nowNs >= nextNs;
    }

    /** It was done: it is next due an interval from now. */
    void done(long nowNs) {
        nextNs = nowNs + everyNs;
    }
}
