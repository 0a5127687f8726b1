package io.lockstep.strategies.indicator.kernel;

/** The last values of a stream of whole numbers. */
public final class LongRing {
    private final long[] values;
    private int next;
    private int size;

    /** @param capacity how many values it remembers, at least 1 */
    public LongRing(int capacity) {
        values = new long[Arguments.requireAtLeast("capacity", capacity, 1)];
    }

    /**
     * Remembers a value.
     *
     * @return the value that had to go, 0 as long as the ring is filling
     */
    public long push(long value) {
        long evicted = values[next];
        values[next] = value;
        next = next + 1 == values.length ? 0 : next + 1;
        size = Math.min(size + 1, values.length);
        return evicted;
    }

    /**
     * A remembered value.
     *
     * @param age 0 for the newest, up to one less than {@link #size()}
     */
    public long get(int age) {
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
}
