package io.lockstep.strategies.indicator.kernel;

/** Linearly weighted mean of the last n doubles, summed anew each time. Prices go through {@link RollingWeightedSum}. */
public final class WeightedMeanFilter implements Filter {
    private final DoubleRing window;
    private final int period;

    /** @param period number of values, at least 1 */
    public WeightedMeanFilter(int period) {
        this.period = period;
        window = new DoubleRing(period);
    }

    @Override
    public double next(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        window.push(x);
        return window.isFull() ? weightedMean() : Double.NaN;
    }

    private double weightedMean() {
        double sum = 0;
        for (int weight = 1; weight <= period; weight++) {
            sum += weight * window.get(period - weight);
        }
        return sum / (period * (period + 1L) / 2.0);
    }
}
