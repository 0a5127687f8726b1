package io.lockstep.strategies.indicator.kernel;

import io.lockstep.engine.instrument.FixedPoint;

/**
 * Mean and population standard deviation of the last n E8 values.
 *
 * <p>Computed as {@code sqrt(n * sum(x^2) - sum(x)^2) / n} with both terms exact in 128 bits, so neither drift nor cancellation can
 * occur: a flat window has deviation zero.
 */
public final class RollingDeviation {
    private final int period;
    private final RollingSum values;
    private final LongRing window;
    private final WideSum scaledSquares = new WideSum();
    private final WideSum spread = new WideSum();

    /** @param period number of values, at least 1 */
    public RollingDeviation(int period) {
        this.period = period;
        values = new RollingSum(period);
        window = new LongRing(period);
    }

    /**
     * Takes the next value.
     *
     * @throws ArithmeticException if a value times the period leaves 64 bits
     */
    public void add(long value) {
        values.add(value);
        long evicted = window.push(value);
        scaledSquares.addProduct(Math.multiplyExact(value, period), value);
        scaledSquares.subtractProduct(Math.multiplyExact(evicted, period), evicted);
    }

    /** The mean in whole units; NaN until the window is full. */
    public double mean() {
        return values.mean();
    }

    /** The population standard deviation in whole units, exactly 0 for a flat window; NaN until the window is full. */
    public double deviation() {
        if (!values.isFull()) {
            return Double.NaN;
        }
        spread.set(scaledSquares);
        spread.subtractProduct(values.sum(), values.sum());
        return Math.sqrt(spread.toDouble()) / period / FixedPoint.ONE;
    }
}
