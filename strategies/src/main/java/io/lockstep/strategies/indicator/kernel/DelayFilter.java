package io.lockstep.strategies.indicator.kernel;

/** The value of some steps ago. */
public final class DelayFilter implements Filter {
    private final DoubleRing window;
    private final int lag;

    /** @param lag steps, 0 passes values through */
    public DelayFilter(int lag) {
        this.lag = Arguments.requireAtLeast("lag", lag, 0);
        window = new DoubleRing(lag + 1);
    }

    @Override
    public double next(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        window.push(x);
        return window.isFull() ? window.get(lag) : Double.NaN;
    }
}
