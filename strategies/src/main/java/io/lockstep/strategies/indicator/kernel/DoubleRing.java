package io.lockstep.strategies.indicator.kernel;

/**
 * The last values of a stream of doubles. Sums are taken anew from oldest to newest on each call: a running sum of doubles would drift
 * away from what a restart computes.
 */
public final class DoubleRing {
    private final double[] values;
    private int next;
    private int size;

    /** @param capacity how many values it remembers, at least 1 */
    public DoubleRing(int capacity) {
        values = new double[Arguments.requireAtLeast("capacity", capacity, 1)];
    }

    /** Remembers a value; the oldest goes when the ring is full. */
    public void push(double value) {
        values[next] = value;
        next = next + 1 == values.length ? 0 : next + 1;
        size = Math.min(size + 1, values.length);
    }

    /**
     * A remembered value.
     *
     * @param age 0 for the newest, up to one less than {@link #size()}
     */
    public double get(int age) {
        int index = next - 1 - age;
        return values[index < 0 ? index + values.length : index];
    }

    /** Number of values remembered. */
    public int size() {
        return size;
    }

    /** Whether the next value pushes one out. */
    public boolean isFull() {
        return size == values.length;
    }

    /** Mean of the remembered values; NaN when there is none. */
    public double mean() {
        double sum = 0;
        for (int age = size - 1; age >= 0; age--) {
            sum += get(age);
        }
        return sum / size;
    }

    /** Sum of the remembered values' squares. */
    public double sumOfSquares() {
        double sum = 0;
        for (int age = size - 1; age >= 0; age--) {
            sum += get(age) * get(age);
        }
        return sum;
    }
}
