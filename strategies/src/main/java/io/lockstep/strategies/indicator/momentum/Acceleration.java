package io.lockstep.strategies.indicator.momentum;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.strategies.indicator.kernel.MeanFilter;
import io.lockstep.strategies.indicator.kernel.Outputs;

/**
 * The bar's return in units of the mean absolute return of the last n bars, this one included; 0 when nothing moved. Ready after
 * {@code period + 1} bars.
 */
public final class Acceleration extends Outputs implements BarIndicator {
    private final MeanFilter meanReturn;
    private long previous;

    /** @param period number of returns, at least 1 */
    public Acceleration(int period) {
        super(1);
        meanReturn = new MeanFilter(period);
    }

    @Override
    public void onBar(Bar bar) {
        if (previous > 0) {
            double change = bar.close() / (double) previous - 1;
            double mean = meanReturn.next(Math.abs(change));
            set(0, mean == 0 ? 0 : change / mean);
        }
        previous = bar.close();
    }
}
