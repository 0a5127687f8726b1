package io.lockstep.engine.risk;

/** Counts events in the last stretch of time, exactly: a ring of their times. Owned by one thread; allocates nothing. */
final class SlidingWindow {
    private final long windowNs;
    private final long[] times;
    private int head;
    private int count;

    /**
     * @param limit most events in any window
     * @param windowNs its length, nanoseconds
     */
    SlidingWindow(int limit, long windowNs) {
        this.windowNs = windowNs;
        this.times = new long[limit];
    }

    int limit() {
        return times.length;
    }

    /** Events in the window that ends now. */
    int count(long nowNs) {
        while (count > 0 && times[head] <= nowNs - windowNs) {
            head = (head + 1) % times.length;
            count--;
        }
        return count;
    }

    boolean isFull(long nowNs) {
        return count(nowNs) == times.length;
    }

    /** Times of the events in the window, oldest first, nanoseconds. */
    long[] times() {
        long[] inOrder = new long[count];
        for (int i = 0; i < count; i++) {
            inOrder[i] = times[(head + i) % times.length];
        }
        return inOrder;
    }

    /** Notes an event of an earlier epoch; when its window was larger than this one, the latest ones count. */
    void carried(long timeNs) {
        if (count == times.length) {
            head = (head + 1) % times.length;
            count--;
        }
        add(timeNs);
    }

    /** Notes an event; the window must not be full. */
    void add(long nowNs) {
        times[(head + count++) % times.length] = nowNs;
    }
}
