package io.lockstep.strategies.indicator.kernel;

/** {@code 2 * e1 - e2}, where e1 is an exponential average and e2 the same average of e1. */
public final class DoubleExponentialFilter implements Filter {
    private final ExponentialFilter first;
    private final ExponentialFilter second;

    /** @param period of both averages, at least 1 */
    public DoubleExponentialFilter(int period, Seed seed) {
        first = ExponentialFilter.ema(period, seed);
        second = ExponentialFilter.ema(period, seed);
    }

    @Override
    public double next(double x) {
        double e1 = first.next(x);
        double e2 = second.next(e1);
        return 2 * e1 - e2;
    }
}
