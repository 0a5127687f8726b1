package io.lockstep.strategies.indicator.kernel;

import io.lockstep.engine.instrument.FixedPoint;

/** Exact sum of the last n E8 values. */
public final class RollingSum {
    private final LongRing window;
    private final double divisor;
    private long sum;

    /** @param period number of values, at least 1 */
    public RollingSum(int period) {
        window = new LongRing(period);
        divisor = period * (double) FixedPoint.ONE;
    }

    /**
     * Takes the next value.
     *
     * @throws ArithmeticException if the sum leaves 64 bits
     */
    public void add(long value) {
        sum = Math.subtractExact(Math.addExact(sum, value), window.push(value));
    }

    /** Whether the window is full. */
    public boolean isFull() {
        return window.isFull();
    }

    /** The sum, E8. */
    public long sum() {
        return sum;
    }

    /** The mean in whole units, no longer E8; NaN until the window is full. */
    public double mean() {
        return window.isFull() ? sum / divisor : Double.NaN;
    }

    /** A value of the window, E8; age 0 is the newest. */
    public long get(int age) {
        return window.get(age);
    }
}
