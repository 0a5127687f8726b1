package io.lockstep.strategies.indicator.trend;

import io.lockstep.strategies.indicator.kernel.CloseFilter;
import io.lockstep.strategies.indicator.kernel.ExponentialFilter;

/** Wilder's moving average of closes, weight {@code 1 / period}. Ready after {@code period} bars. */
public final class Rma extends CloseFilter {
    /** @param period number of bars, at least 1 */
    public Rma(int period) {
        super(ExponentialFilter.wilder(period), period);
    }
}
