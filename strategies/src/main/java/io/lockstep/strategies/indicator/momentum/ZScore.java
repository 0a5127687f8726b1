package io.lockstep.strategies.indicator.momentum;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.indicator.kernel.Outputs;
import io.lockstep.strategies.indicator.kernel.RollingDeviation;

/**
 * How many population standard deviations the close stands from its mean; 0 when there is no deviation. Ready after {@code period}
 * bars.
 */
public final class ZScore extends Outputs implements BarIndicator {
    private final RollingDeviation closes;

    /** @param period number of bars, at least 1 */
    public ZScore(int period) {
        super(1);
        closes = new RollingDeviation(period);
    }

    @Override
    public void onBar(Bar bar) {
        closes.add(bar.close());
        double deviation = closes.deviation();
        set(0, deviation == 0 ? 0 : (FixedPoint.toDouble(bar.close()) - closes.mean()) / deviation);
    }
}
