package io.lockstep.strategies.indicator.trend;

import io.lockstep.strategies.indicator.kernel.CloseFilter;
import io.lockstep.strategies.indicator.kernel.DoubleExponentialFilter;
import io.lockstep.strategies.indicator.kernel.Seed;

/** Double exponential moving average of closes: {@code 2 * e1 - e2}, e2 being the average of e1. Ready after {@code 2 * period - 1} bars. */
public final class Dema extends CloseFilter {
    /** @param period number of bars, at least 1 */
    public Dema(int period) {
        super(new DoubleExponentialFilter(period, Seed.SMA), 2 * period - 1);
    }
}
