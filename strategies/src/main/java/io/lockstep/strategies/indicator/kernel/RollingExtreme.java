package io.lockstep.strategies.indicator.kernel;

/**
 * Highest or lowest of the last n values, by a monotonic queue: whatever can never again be the extreme is thrown away, so a value
 * costs constant time on average whatever the period.
 */
public final class RollingExtreme {
    private final int period;
    private final long sign;
    private final long[] keys;
    private final long[] positions;
    private long count;
    private int head;
    private int size;

    private RollingExtreme(int period, long sign) {
        this.period = Arguments.requireAtLeast("period", period, 1);
        this.sign = sign;
        keys = new long[period];
        positions = new long[period];
    }

    /** The highest of the last {@code period} values. */
    public static RollingExtreme highest(int period) {
        return new RollingExtreme(period, 1);
    }

    /** The lowest of the last {@code period} values. */
    public static RollingExtreme lowest(int period) {
        return new RollingExtreme(period, -1);
    }

    /** Takes the next value. */
    public void add(long value) {
        if (size > 0 && positions[head] <= count - period) {
            head = wrap(head + 1);
            size--;
        }
        long key = value * sign;
        while (size > 0 && keys[wrap(head + size - 1)] <= key) {
            size--;
        }
        int tail = wrap(head + size);
        keys[tail] = key;
        positions[tail] = count++;
        size++;
    }

    /** Whether the window is full. */
    public boolean isFull() {
        return count >= period;
    }

    /** The extreme of the values so far, at most the last n; 0 before the first. */
    public long value() {
        return size == 0 ? 0 : keys[head] * sign;
    }

    private int wrap(int index) {
        return index >= period ? index - period : index;
    }
}
