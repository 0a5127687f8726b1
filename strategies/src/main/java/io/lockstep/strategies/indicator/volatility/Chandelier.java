package io.lockstep.strategies.indicator.volatility;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.indicator.kernel.Arguments;
import io.lockstep.strategies.indicator.kernel.AverageTrueRange;
import io.lockstep.strategies.indicator.kernel.Outputs;
import io.lockstep.strategies.indicator.kernel.RollingExtreme;
import io.lockstep.strategies.indicator.kernel.Smoothing;

/**
 * Stops that hang from the highest high and stand on the lowest low, some average true ranges away. Whoever uses one as a stop moves
 * it in the position's favour only. Ready after {@code period + 1} bars.
 */
public final class Chandelier extends Outputs implements BarIndicator {
    /** Output: stop of a long position. */
    public static final int LONG_STOP = 0;

    /** Output: stop of a short position. */
    public static final int SHORT_STOP = 1;

    private final RollingExtreme highest;
    private final RollingExtreme lowest;
    private final AverageTrueRange range;
    private final double multiple;

    /**
     * Makes one.
     *
     * @param period bars of the extremes and of the average true range, at least 1
     * @param multiple average true ranges from the extreme to the stop, positive
     */
    public Chandelier(int period, double multiple) {
        super(2);
        highest = RollingExtreme.highest(period);
        lowest = RollingExtreme.lowest(period);
        range = new AverageTrueRange(period, Smoothing.WILDER);
        this.multiple = Arguments.requirePositive("multiple", multiple);
    }

    @Override
    public void onBar(Bar bar) {
        highest.add(bar.high());
        lowest.add(bar.low());
        double reach = multiple * range.next(bar);
        set(LONG_STOP, FixedPoint.toDouble(highest.value()) - reach);
        set(SHORT_STOP, FixedPoint.toDouble(lowest.value()) + reach);
    }
}
