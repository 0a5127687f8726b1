package io.lockstep.strategies.indicator.volatility;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.indicator.kernel.Arguments;
import io.lockstep.strategies.indicator.kernel.Outputs;
import io.lockstep.strategies.indicator.kernel.RollingDeviation;

/** Mean of closes with bands of population standard deviations around it. Ready after {@code period} bars. */
public final class Bollinger extends Outputs implements BarIndicator {
    /** Output: mean. */
    public static final int MIDDLE = 0;

    /** Output: upper band. */
    public static final int UPPER = 1;

    /** Output: lower band. */
    public static final int LOWER = 2;

    /** Output: where the close stands, 0 at the lower band, 1 at the upper; 0.5 when the bands meet. */
    public static final int POSITION = 3;

    /** Output: distance of the bands as a fraction of the mean. */
    public static final int WIDTH = 4;

    private final RollingDeviation closes;
    private final double multiple;

    /**
     * Makes one.
     *
     * @param period number of bars, at least 1
     * @param multiple standard deviations from the mean to each band, positive
     */
    public Bollinger(int period, double multiple) {
        super(5);
        closes = new RollingDeviation(period);
        this.multiple = Arguments.requirePositive("multiple", multiple);
    }

    @Override
    public void onBar(Bar bar) {
        closes.add(bar.close());
        double middle = closes.mean();
        double deviation = closes.deviation();
        double upper = middle + multiple * deviation;
        double lower = middle - multiple * deviation;
        set(MIDDLE, middle);
        set(UPPER, upper);
        set(LOWER, lower);
        set(POSITION, deviation == 0 ? 0.5 : (FixedPoint.toDouble(bar.close()) - lower) / (upper - lower));
        set(WIDTH, (upper - lower) / middle);
    }
}
