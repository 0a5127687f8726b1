package io.lockstep.strategies.trade;

import io.lockstep.engine.instrument.FixedPoint;

/** A pause that starts with each entry and each exit. Time is event time. */
public final class Cooldown {
    private final long lengthNs;
    private long startNs = FixedPoint.NULL;

    /** @param lengthNs nanoseconds; 0 is no pause */
    public Cooldown(long lengthNs) {
        this.lengthNs = lengthNs;
    }

    /** Starts the pause anew. */
    public void start(long nowNs) {
        startNs = nowNs;
    }

    /** Whether the pause is over, or never started. */
    public boolean isOver(long nowNs) {
        return startNs == FixedPoint.NULL || nowNs - startNs >= lengthNs;
    }
}
