package io.lockstep.strategies.indicator.trend;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.indicator.kernel.Arguments;
import io.lockstep.strategies.indicator.kernel.AverageTrueRange;
import io.lockstep.strategies.indicator.kernel.Outputs;
import io.lockstep.strategies.indicator.kernel.Smoothing;

/**
 * A band of true ranges around the middle of the bar that follows a trend and never gives way: it flips when a close crosses it.
 * Starts down; ready after {@code period + 1} bars.
 */
public final class SuperTrend extends Outputs implements BarIndicator {
    /** Output: the band in force, below price in an up trend, above it in a down trend. */
    public static final int LINE = 0;

    /** Output: 1 in an up trend, -1 in a down trend. */
    public static final int DIRECTION = 1;

    private final AverageTrueRange range;
    private final double multiple;
    private double upper = Double.POSITIVE_INFINITY;
    private double lower = Double.NEGATIVE_INFINITY;
    private double previousClose;
    private int direction = -1;

    /**
     * Makes one.
     *
     * @param period bars of the average true range, at least 1
     * @param multiple width of the band to either side, average true ranges, positive
     */
    public SuperTrend(int period, double multiple) {
        super(2);
        range = new AverageTrueRange(period, Smoothing.WILDER);
        this.multiple = Arguments.requirePositive("multiple", multiple);
    }

    @Override
    public void onBar(Bar bar) {
        double average = range.next(bar);
        double close = FixedPoint.toDouble(bar.close());
        if (!Double.isNaN(average)) {
            boolean first = Double.isInfinite(upper);
            moveBands(bar, average);
            if (!first) {
                turn(close);
            }
            set(LINE, direction > 0 ? lower : upper);
            set(DIRECTION, direction);
        }
        previousClose = close;
    }

    private void moveBands(Bar bar, double average) {
        double middle = FixedPoint.toDouble(bar.high() + bar.low()) / 2;
        double basicUpper = middle + multiple * average;
        double basicLower = middle - multiple * average;
        if (basicUpper < upper || previousClose > upper) {
            upper = basicUpper;
        }
        if (basicLower > lower || previousClose < lower) {
            lower = basicLower;
        }
    }

    private void turn(double close) {
        if (direction < 0) {
            direction = close > upper ? 1 : -1;
        } else {
            direction = close < lower ? -1 : 1;
        }
    }
}
