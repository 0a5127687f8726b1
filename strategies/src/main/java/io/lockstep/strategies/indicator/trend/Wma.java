package io.lockstep.strategies.indicator.trend;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.strategies.indicator.kernel.Outputs;
import io.lockstep.strategies.indicator.kernel.RollingWeightedSum;

/** Linearly weighted moving average of closes, from exact sums. Ready after {@code period} bars. */
public final class Wma extends Outputs implements BarIndicator {
    private final RollingWeightedSum sum;

    /** @param period number of bars, at least 1 */
    public Wma(int period) {
        super(1);
        sum = new RollingWeightedSum(period);
    }

    @Override
    public void onBar(Bar bar) {
        sum.add(bar.close());
        set(0, sum.mean());
    }
}
