package io.lockstep.strategies.indicator.momentum;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.strategies.indicator.kernel.MeanFilter;
import io.lockstep.strategies.indicator.kernel.Outputs;
import io.lockstep.strategies.indicator.kernel.RollingExtreme;

/**
 * Where the close stands between lowest low and highest high, 0 to 100, smoothed. 50 when the range is zero. K is ready after
 * {@code period + smoothK - 1} bars, D after {@code smoothD - 1} more.
 */
public final class Stochastic extends Outputs implements BarIndicator {
    /** Output: smoothed position. */
    public static final int K = 0;

    /** Output: mean of K. */
    public static final int D = 1;

    private final RollingExtreme highest;
    private final RollingExtreme lowest;
    private final MeanFilter k;
    private final MeanFilter d;

    /** Makes one; all three are numbers of bars, at least 1. */
    public Stochastic(int period, int smoothK, int smoothD) {
        super(2);
        highest = RollingExtreme.highest(period);
        lowest = RollingExtreme.lowest(period);
        k = new MeanFilter(smoothK);
        d = new MeanFilter(smoothD);
    }

    @Override
    public void onBar(Bar bar) {
        highest.add(bar.high());
        lowest.add(bar.low());
        double smooth = k.next(position(bar.close()));
        set(K, smooth);
        set(D, d.next(smooth));
    }

    private double position(long close) {
        if (!highest.isFull()) {
            return Double.NaN;
        }
        long range = highest.value() - lowest.value();
        return range == 0 ? 50 : 100.0 * (close - lowest.value()) / range;
    }
}
