package io.lockstep.strategies.indicator.momentum;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.strategies.indicator.kernel.MeanFilter;
import io.lockstep.strategies.indicator.kernel.Outputs;
import io.lockstep.strategies.indicator.kernel.RollingExtreme;
import io.lockstep.strategies.indicator.kernel.Smoothing;

/**
 * Where the relative strength index stands between its own lowest and highest, 0 to 100. 50 when the range is zero. Ready after
 * {@code rsiPeriod + period} bars, K and D after their smoothing more.
 */
public final class StochasticRsi extends Outputs implements BarIndicator {
    /** Output: position, unsmoothed. */
    public static final int RAW = 0;

    /** Output: mean of the position. */
    public static final int K = 1;

    /** Output: mean of K. */
    public static final int D = 2;

    private final RelativeStrength strength;
    private final RollingExtreme highest;
    private final RollingExtreme lowest;
    private final MeanFilter k;
    private final MeanFilter d;

    /** Makes one; all four are numbers of bars, at least 1. */
    public StochasticRsi(int rsiPeriod, int period, int smoothK, int smoothD) {
        super(3);
        strength = new RelativeStrength(rsiPeriod, Smoothing.WILDER);
        highest = RollingExtreme.highest(period);
        lowest = RollingExtreme.lowest(period);
        k = new MeanFilter(smoothK);
        d = new MeanFilter(smoothD);
    }

    @Override
    public void onBar(Bar bar) {
        double rsi = strength.next(bar.close());
        if (Double.isNaN(rsi)) {
            return;
        }
        double raw = position(rsi);
        double smooth = k.next(raw);
        set(RAW, raw);
        set(K, smooth);
        set(D, d.next(smooth));
    }

    private double position(double rsi) {
        // doubles that are not negative keep their order when their bits are read as a whole number
        long bits = Double.doubleToLongBits(rsi);
        highest.add(bits);
        lowest.add(bits);
        if (!highest.isFull()) {
            return Double.NaN;
        }
        double low = Double.longBitsToDouble(lowest.value());
        double high = Double.longBitsToDouble(highest.value());
        return high == low ? 50 : 100 * (rsi - low) / (high - low);
    }
}
