package io.lockstep.strategies.indicator.trend;

import io.lockstep.strategies.indicator.kernel.CloseFilter;
import io.lockstep.strategies.indicator.kernel.DoubleExponentialFilter;
import io.lockstep.strategies.indicator.kernel.Seed;

/** Zero-lag moving average as a double exponential one seeded with the first close. It has a value from the first bar and counts as ready after {@code 2 * period - 1}. */
public final class ZlemaDema extends CloseFilter {
    /** @param period number of bars, at least 1 */
    public ZlemaDema(int period) {
        super(new DoubleExponentialFilter(period, Seed.FIRST), 2 * period - 1);
    }
}
