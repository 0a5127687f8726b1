package io.lockstep.strategies.indicator.volatility;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.indicator.kernel.Arguments;
import io.lockstep.strategies.indicator.kernel.AverageTrueRange;
import io.lockstep.strategies.indicator.kernel.ExponentialFilter;
import io.lockstep.strategies.indicator.kernel.Outputs;
import io.lockstep.strategies.indicator.kernel.Seed;
import io.lockstep.strategies.indicator.kernel.Smoothing;

/** Exponential average of closes with bands of average true ranges around it. */
public final class Keltner extends Outputs implements BarIndicator {
    /** Output: average, ready after {@code period} bars. */
    public static final int MIDDLE = 0;

    /** Output: upper band, ready after the longer of {@code period} and {@code rangePeriod + 1} bars. */
    public static final int UPPER = 1;

    /** Output: lower band, ready with the upper. */
    public static final int LOWER = 2;

    private final ExponentialFilter average;
    private final AverageTrueRange range;
    private final double multiple;

    /**
     * Makes one.
     *
     * @param period bars of the average, at least 1
     * @param rangePeriod bars of the true range, at least 1
     * @param multiple average true ranges from the middle to each band, positive
     */
    public Keltner(int period, int rangePeriod, double multiple) {
        super(3);
        average = ExponentialFilter.ema(period, Seed.SMA);
        range = new AverageTrueRange(rangePeriod, Smoothing.WILDER);
        this.multiple = Arguments.requirePositive("multiple", multiple);
    }

    @Override
    public void onBar(Bar bar) {
        double middle = average.next(FixedPoint.toDouble(bar.close()));
        double reach = multiple * range.next(bar);
        set(MIDDLE, middle);
        set(UPPER, middle + reach);
        set(LOWER, middle - reach);
    }
}
