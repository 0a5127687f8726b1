package io.lockstep.strategies.indicator.volume;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.indicator.kernel.Outputs;
import io.lockstep.strategies.indicator.kernel.RollingSum;

/** Volume of the bar in units of the mean volume of the last n bars, this one included. Ready after {@code period} bars. */
public final class VolumeRatio extends Outputs implements BarIndicator {
    /** Output: mean volume, base currency. */
    public static final int MEAN = 0;

    /** Output: volume by mean volume; not ready while nothing traded. */
    public static final int RATIO = 1;

    private final RollingSum volumes;

    /** @param period number of bars, at least 1 */
    public VolumeRatio(int period) {
        super(2);
        volumes = new RollingSum(period);
    }

    @Override
    public void onBar(Bar bar) {
        volumes.add(bar.volume());
        double mean = volumes.mean();
        set(MEAN, mean);
        set(RATIO, mean == 0 ? Double.NaN : FixedPoint.toDouble(bar.volume()) / mean);
    }
}
