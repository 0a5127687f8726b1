package io.lockstep.gateway.binance.marketdata.message;

import io.lockstep.engine.instrument.FixedPoint;

/**
 * Times as Binance sends them: milliseconds, or microseconds where {@code timeUnit=MICROSECOND} was asked for. The two cannot be
 * confused: today's microseconds are a thousand times any millisecond count that fits the engine's nanoseconds.
 */
public final class EpochTime {
    private static final long NS_PER_MS = 1_000_000;
    private static final long NS_PER_US = 1_000;
    private static final long LAST_MS = Long.MAX_VALUE / NS_PER_MS;
    private static final long LAST_US = Long.MAX_VALUE / NS_PER_US;

    private EpochTime() {}

    /**
     * Nanoseconds since the epoch.
     *
     * @param time milliseconds or microseconds since the epoch
     * @return FixedPoint.NULL for a time that is negative or too far ahead
     */
    public static long toNs(long time) {
        if (time < 0 || time > LAST_US) {
            return FixedPoint.NULL;
        }
        return time * unitNs(time);
    }

    /** Length of the unit a time is counted in, nanoseconds. */
    public static long unitNs(long time) {
        return time <= LAST_MS ? NS_PER_MS : NS_PER_US;
    }
}
