package io.lockstep.strategies.indicator.trend;

import io.lockstep.strategies.indicator.kernel.CloseFilter;
import io.lockstep.strategies.indicator.kernel.DelayFilter;
import io.lockstep.strategies.indicator.kernel.ExponentialFilter;
import io.lockstep.strategies.indicator.kernel.Filter;
import io.lockstep.strategies.indicator.kernel.Seed;

/**
 * Zero-lag moving average after Ehlers and Way: the exponential average of {@code 2 * x - x[lag]} with lag {@code (period - 1) / 2}.
 * Ready after {@code lag + period} bars.
 */
public final class ZlemaLag extends CloseFilter {
    /** @param period number of bars, at least 1 */
    public ZlemaLag(int period) {
        super(filter(period), (period - 1) / 2 + period);
    }

    private static Filter filter(int period) {
        Filter delay = new DelayFilter((period - 1) / 2);
        Filter average = ExponentialFilter.ema(period, Seed.SMA);
        return x -> average.next(2 * x - delay.next(x));
    }
}
