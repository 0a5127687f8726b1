package io.lockstep.strategies.indicator.momentum;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.strategies.indicator.kernel.Outputs;
import io.lockstep.strategies.indicator.kernel.Smoothing;

/**
 * Relative strength index of closes, 0 to 100: gains as a share of gains and losses. 50 when nothing moved. Smoothed after Wilder, or
 * by plain means, which is Cutler's. Ready after {@code period + 1} bars.
 */
public final class Rsi extends Outputs implements BarIndicator {
    private final RelativeStrength strength;

    /** Wilder's, over a period of at least 1 bar. */
    public Rsi(int period) {
        this(period, Smoothing.WILDER);
    }

    /** @param period number of changes, at least 1 */
    public Rsi(int period, Smoothing smoothing) {
        super(1);
        strength = new RelativeStrength(period, smoothing);
    }

    @Override
    public void onBar(Bar bar) {
        set(0, strength.next(bar.close()));
    }
}
