package io.lockstep.strategies.indicator.trend;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.strategies.indicator.kernel.HullAverage;
import io.lockstep.strategies.indicator.kernel.Outputs;

/** Hull moving average of closes. Ready after {@code period + sqrt(period) - 1} bars, integer square root. */
public final class Hma extends Outputs implements BarIndicator {
    private final HullAverage hull;

    /** @param period number of bars, at least 2 */
    public Hma(int period) {
        super(1);
        hull = new HullAverage(period);
    }

    @Override
    public void onBar(Bar bar) {
        set(0, hull.next(bar.close()));
    }
}
