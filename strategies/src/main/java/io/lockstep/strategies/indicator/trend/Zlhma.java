package io.lockstep.strategies.indicator.trend;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.strategies.indicator.kernel.DelayFilter;
import io.lockstep.strategies.indicator.kernel.DoubleRing;
import io.lockstep.strategies.indicator.kernel.HullAverage;
import io.lockstep.strategies.indicator.kernel.Outputs;

/**
 * Zero-lag Hull moving average of closes: {@code h + (h - h[lag])}, h being the Hull average and lag {@code (period - 1) / 2}; and how
 * long it has been moving one way. Period 14: first value on bar 21, counted from 0.
 */
public final class Zlhma extends Outputs implements BarIndicator {
    /** Output: the average. */
    public static final int VALUE = 0;

    /** Output: 1 if the last three values rise, -1 if they fall, else 0. */
    public static final int SLOPE = 1;

    private final HullAverage hull;
    private final DelayFilter delay;
    private final DoubleRing last = new DoubleRing(3);

    /** @param period number of bars, at least 2 */
    public Zlhma(int period) {
        super(2);
        hull = new HullAverage(period);
        delay = new DelayFilter((period - 1) / 2);
    }

    @Override
    public void onBar(Bar bar) {
        double h = hull.next(bar.close());
        double value = h + (h - delay.next(h));
        set(VALUE, value);
        if (!Double.isNaN(value)) {
            last.push(value);
            set(SLOPE, last.isFull() ? slope() : Double.NaN);
        }
    }

    private int slope() {
        int newer = Double.compare(last.get(0), last.get(1));
        int older = Double.compare(last.get(1), last.get(2));
        return newer == older ? newer : 0;
    }
}
