package io.lockstep.strategies.indicator.momentum;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.strategies.indicator.kernel.Outputs;
import io.lockstep.strategies.indicator.kernel.RollingSum;

/**
 * Commodity channel index: distance of the typical price from its mean in units of 0.015 mean absolute deviations; 0 when nothing
 * deviates. Ready after {@code period} bars.
 *
 * <p>Works on three times the typical price and n times the deviation, which are whole numbers; the scales cancel.
 */
public final class Cci extends Outputs implements BarIndicator {
    private static final double SCALE = 0.015;

    private final int period;
    private final RollingSum prices;

    /** @param period number of bars, at least 1 */
    public Cci(int period) {
        super(1);
        this.period = period;
        prices = new RollingSum(period);
    }

    @Override
    public void onBar(Bar bar) {
        prices.add(Math.addExact(bar.high(), Math.addExact(bar.low(), bar.close())));
        if (prices.isFull()) {
            double meanDeviation = sumOfDeviations() / period;
            set(0, meanDeviation == 0 ? 0 : deviation(0) / (SCALE * meanDeviation));
        }
    }

    private double sumOfDeviations() {
        double sum = 0;
        for (int age = period - 1; age >= 0; age--) {
            sum += Math.abs((double) deviation(age));
        }
        return sum;
    }

    private long deviation(int age) {
        return Math.multiplyExact(prices.get(age), period) - prices.sum();
    }
}
