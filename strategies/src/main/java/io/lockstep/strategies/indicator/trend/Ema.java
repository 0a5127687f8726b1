package io.lockstep.strategies.indicator.trend;

import io.lockstep.strategies.indicator.kernel.CloseFilter;
import io.lockstep.strategies.indicator.kernel.ExponentialFilter;
import io.lockstep.strategies.indicator.kernel.Seed;

/** Exponential moving average of closes, weight {@code 2 / (period + 1)}. Ready after {@code period} bars; seeded FIRST it has a value from the first bar. */
public final class Ema extends CloseFilter {
    /** @param period number of bars, at least 1 */
    public Ema(int period, Seed seed) {
        super(ExponentialFilter.ema(period, seed), period);
    }
}
