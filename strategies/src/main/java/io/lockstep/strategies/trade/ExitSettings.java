package io.lockstep.strategies.trade;

import io.lockstep.engine.instrument.FixedPoint;

/**
 * How a position is left.
 *
 * @param stopRanges distance of the stop from entry, average true ranges, E8, positive
 * @param targetRanges distance of the target from entry, average true ranges, E8, positive
 * @param stopFraction the stop is never farther than this fraction of entry, E8; 0 is no such bound
 * @param trailing trailing stop
 * @param partials partial exits
 * @param adds additions to a winning position
 * @param maxHoldNs longest time it is held, nanoseconds; 0 is for ever
 */
public record ExitSettings(
        long stopRanges,
        long targetRanges,
        long stopFraction,
        TrailingRule trailing,
        Ladder partials,
        Ladder adds,
        long maxHoldNs) {

    /** After the first partial exit the stop stands this fraction of entry on the winning side, E8. */
    public static final long BREAK_EVEN = FixedPoint.parse("0.002");

    /** Checks ranges. */
    public ExitSettings {
        if (stopRanges <= 0 || targetRanges <= 0 || stopFraction < 0 || maxHoldNs < 0) {
            throw new IllegalArgumentException("exit settings out of range: stopRanges=" + stopRanges
                    + ", targetRanges=" + targetRanges + ", stopFraction=" + stopFraction + ", maxHoldNs=" + maxHoldNs);
        }
        if (partials.totalShare() > FixedPoint.ONE) {
            throw new IllegalArgumentException(
                    "partial exits close more than there is: sum=" + FixedPoint.format(partials.totalShare()));
        }
    }

    /** Stop and target only. */
    public static ExitSettings fixed(long stopRanges, long targetRanges) {
        return new ExitSettings(stopRanges, targetRanges, 0, TrailingRule.OFF, Ladder.NONE, Ladder.NONE, 0);
    }
}
