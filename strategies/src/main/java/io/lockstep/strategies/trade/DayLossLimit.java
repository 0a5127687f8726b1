package io.lockstep.strategies.trade;

import static java.math.RoundingMode.DOWN;

import io.lockstep.engine.instrument.FixedPoint;

/**
 * No entries for a while once equity has fallen by a fraction since the day began. Days start at 00:00 UTC.
 */
public final class DayLossLimit {
    private static final long DAY_NS = 86_400_000_000_000L;

    private final long fraction;
    private final long suspendNs;
    private long day = FixedPoint.NULL;
    private long dayStartEquity;
    private long suspendedUntilNs = FixedPoint.NULL;

    /**
     * Makes one.
     *
     * @param fraction loss that suspends, fraction of equity at the start of the day, E8; 0 is no limit
     * @param suspendNs how long, nanoseconds
     */
    public DayLossLimit(long fraction, long suspendNs) {
        this.fraction = fraction;
        this.suspendNs = suspendNs;
    }

    /** Takes the equity now, quote currency, E8. */
    public void onEquity(long nowNs, long equity) {
        long today = Math.floorDiv(nowNs, DAY_NS);
        if (today != day) {
            day = today;
            dayStartEquity = equity;
        }
        long allowed = FixedPoint.multiply(dayStartEquity, fraction, DOWN);
        if (fraction > 0 && !isSuspended(nowNs) && dayStartEquity - equity >= allowed) {
            suspendedUntilNs = nowNs + suspendNs;
            dayStartEquity = equity;
        }
    }

    /** Whether entries are off. */
    public boolean isSuspended(long nowNs) {
        return nowNs < suspendedUntilNs;
    }
}
