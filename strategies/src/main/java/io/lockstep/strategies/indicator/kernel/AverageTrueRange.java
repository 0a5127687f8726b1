package io.lockstep.strategies.indicator.kernel;

import io.lockstep.engine.indicator.Bar;

/** Average of the true range; the first true range is that of the second bar, which has a close before it. */
public final class AverageTrueRange {
    private final Smoothing.Average average;
    private long previousClose;
    private boolean started;

    /** @param period number of ranges, at least 1 */
    public AverageTrueRange(int period, Smoothing smoothing) {
        average = smoothing.over(period);
    }

    /**
     * Takes the next bar.
     *
     * @return the average in whole units; NaN until {@code period + 1} bars came
     */
    public double next(Bar bar) {
        double value = started ? average.next(trueRange(bar, previousClose)) : Double.NaN;
        previousClose = bar.close();
        started = true;
        return value;
    }

    /** The largest of high to low and of either to the close before, E8. */
    public static long trueRange(Bar bar, long previousClose) {
        return Math.max(bar.high(), previousClose) - Math.min(bar.low(), previousClose);
    }
}
