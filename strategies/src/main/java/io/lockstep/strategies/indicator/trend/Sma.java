package io.lockstep.strategies.indicator.trend;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.strategies.indicator.kernel.Outputs;
import io.lockstep.strategies.indicator.kernel.RollingSum;

/** Simple moving average of closes, from an exact sum. Ready after {@code period} bars. */
public final class Sma extends Outputs implements BarIndicator {
    private final RollingSum sum;

    /** @param period number of bars, at least 1 */
    public Sma(int period) {
        super(1);
        sum = new RollingSum(period);
    }

    @Override
    public void onBar(Bar bar) {
        sum.add(bar.close());
        set(0, sum.mean());
    }
}
