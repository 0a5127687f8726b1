package io.lockstep.strategies.indicator.volatility;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.indicator.kernel.AverageTrueRange;
import io.lockstep.strategies.indicator.kernel.Outputs;
import io.lockstep.strategies.indicator.kernel.Smoothing;

/** Average true range, in price and in percent of the close. Ready after {@code period + 1} bars. */
public final class Atr extends Outputs implements BarIndicator {
    /** Output: the range, quote currency. */
    public static final int VALUE = 0;

    /** Output: the range in percent of the close. */
    public static final int PERCENT = 1;

    private final AverageTrueRange range;

    /** Wilder's, over a period of at least 1 bar. */
    public Atr(int period) {
        this(period, Smoothing.WILDER);
    }

    /** @param period number of ranges, at least 1 */
    public Atr(int period, Smoothing smoothing) {
        super(2);
        range = new AverageTrueRange(period, smoothing);
    }

    @Override
    public void onBar(Bar bar) {
        double value = range.next(bar);
        set(VALUE, value);
        set(PERCENT, 100 * value / FixedPoint.toDouble(bar.close()));
    }
}
