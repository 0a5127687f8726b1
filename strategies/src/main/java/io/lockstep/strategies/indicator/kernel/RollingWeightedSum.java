package io.lockstep.strategies.indicator.kernel;

import io.lockstep.engine.instrument.FixedPoint;

/** Linearly weighted mean of the last n E8 values, the newest weighing n and the oldest 1; the sums are exact. */
public final class RollingWeightedSum {
    private final int period;
    private final RollingSum plain;
    private final double divisor;
    private long weighted;

    /** @param period number of values, at least 1 */
    public RollingWeightedSum(int period) {
        this.period = period;
        plain = new RollingSum(period);
        divisor = period * (period + 1.0) / 2 * FixedPoint.ONE;
    }

    /**
     * Takes the next value.
     *
     * @throws ArithmeticException if a sum leaves 64 bits
     */
    public void add(long value) {
        long change = Math.subtractExact(Math.multiplyExact(value, period), plain.sum());
        weighted = Math.addExact(weighted, change);
        plain.add(value);
    }

    /** The weighted mean in whole units; NaN until the window is full. */
    public double mean() {
        return plain.isFull() ? weighted / divisor : Double.NaN;
    }
}
