package io.lockstep.strategies.trade;

import static java.math.RoundingMode.DOWN;

import io.lockstep.engine.instrument.FixedPoint;

/**
 * Stop, trailing stop and target of one position. The stop only ever moves in the position's favour. A pure state machine over prices;
 * E8, quote currency.
 */
public final class ProtectiveLevels {
    private final ExitSettings settings;
    private int sign;
    private long entry;
    private long range;
    private long best;
    private long stop;
    private long target;
    private boolean trailing;

    /** Without a position. */
    public ProtectiveLevels(ExitSettings settings) {
        this.settings = settings;
    }

    /**
     * A position was opened, or its entry price changed while it is being opened.
     *
     * @param direction 1 long, -1 short
     * @param entryPrice mean fill price
     * @param averageRange average true range when the entry was decided
     */
    public void open(int direction, long entryPrice, long averageRange) {
        sign = direction;
        entry = entryPrice;
        range = averageRange;
        best = entryPrice;
        trailing = false;
        stop = entryPrice - direction * stopDistance();
        target = entryPrice + direction * FixedPoint.multiply(averageRange, settings.targetRanges(), DOWN);
    }

    /** There is no position any more. */
    public void close() {
        sign = 0;
    }

    /** Whether there is a position. */
    public boolean isOpen() {
        return sign != 0;
    }

    /** 1 long, -1 short, 0 none. */
    public int sign() {
        return sign;
    }

    /** Mean entry price. */
    public long entry() {
        return entry;
    }

    /** Where the position is given up now. */
    public long stop() {
        return stop;
    }

    /** Where it has won enough. */
    public long target() {
        return target;
    }

    /**
     * What prices between {@code low} and {@code high} ask for, judged by the levels as they stood before; then the trailing stop
     * follows the better of the two. If stop and target both lie within, the stop counts.
     */
    public ExitReason onPrices(long low, long high) {
        long worst = sign > 0 ? low : high;
        long bestNow = sign > 0 ? high : low;
        if (sign * (worst - stop) <= 0) {
            return trailing ? ExitReason.TRAILING_STOP : ExitReason.STOP;
        }
        if (sign * (bestNow - target) >= 0) {
            return ExitReason.TARGET;
        }
        follow(bestNow);
        return ExitReason.NONE;
    }

    /** Gain of the best price so far as a fraction of entry, E8, rounded down. */
    public long bestGain() {
        return FixedPoint.divide(sign * (best - entry), entry, DOWN);
    }

    /** Moves the stop to where the position cannot lose any more, unless it is beyond already. */
    public void protectEntry() {
        tighten(entry + sign * FixedPoint.multiply(entry, ExitSettings.BREAK_EVEN, DOWN));
    }

    private void follow(long price) {
        if (sign * (price - best) > 0) {
            best = price;
            long trail = settings.trailing().stop(sign, entry, range, best);
            if (trail != FixedPoint.NULL && tighten(trail)) {
                trailing = true;
            }
        }
    }

    private boolean tighten(long level) {
        boolean tighter = sign * (level - stop) > 0;
        if (tighter) {
            stop = level;
        }
        return tighter;
    }

    private long stopDistance() {
        long byRange = FixedPoint.multiply(range, settings.stopRanges(), DOWN);
        if (settings.stopFraction() == 0) {
            return byRange;
        }
        return Math.min(byRange, FixedPoint.multiply(entry, settings.stopFraction(), DOWN));
    }
}
