package io.lockstep.strategies.indicator.kernel;

/** Mean of the last n doubles, summed anew each time. Prices go through {@link RollingSum}, which is exact. */
public final class MeanFilter implements Filter {
    private final DoubleRing window;

    /** @param period number of values, at least 1 */
    public MeanFilter(int period) {
        window = new DoubleRing(period);
    }

    @Override
    public double next(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        window.push(x);
        return window.isFull() ? window.mean() : Double.NaN;
    }
}
