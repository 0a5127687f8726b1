package io.lockstep.strategies.micro;

import io.lockstep.strategies.indicator.kernel.LongRing;

/** At most so many orders in any minute of event time. */
final class OrderRate {
    private static final long MINUTE_NS = 60_000_000_000L;

    private final LongRing times;
    private final int most;

    OrderRate(int most) {
        this.most = most;
        times = new LongRing(most);
    }

    boolean isFree(long nowNs) {
        return !times.isFull() || nowNs - times.get(most - 1) >= MINUTE_NS;
    }

    void onOrder(long nowNs) {
        times.push(nowNs);
    }
}
