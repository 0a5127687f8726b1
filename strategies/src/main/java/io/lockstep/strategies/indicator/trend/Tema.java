package io.lockstep.strategies.indicator.trend;

import io.lockstep.strategies.indicator.kernel.CloseFilter;
import io.lockstep.strategies.indicator.kernel.ExponentialFilter;
import io.lockstep.strategies.indicator.kernel.Filter;
import io.lockstep.strategies.indicator.kernel.Seed;

/** Triple exponential moving average of closes: {@code 3 * e1 - 3 * e2 + e3}. Ready after {@code 3 * period - 2} bars. */
public final class Tema extends CloseFilter {
    /** @param period number of bars, at least 1 */
    public Tema(int period) {
        super(filter(period), 3 * period - 2);
    }

    private static Filter filter(int period) {
        Filter first = ExponentialFilter.ema(period, Seed.SMA);
        Filter second = ExponentialFilter.ema(period, Seed.SMA);
        Filter third = ExponentialFilter.ema(period, Seed.SMA);
        return x -> {
            double e1 = first.next(x);
            double e2 = second.next(e1);
            return 3 * e1 - 3 * e2 + third.next(e2);
        };
    }
}
