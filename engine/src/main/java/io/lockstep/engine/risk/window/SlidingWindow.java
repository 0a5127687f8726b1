package io.lockstep.engine.risk.window;

/** Counts events in the last stretch of time, exactly: a ring of their times. Owned by one thread; allocates nothing. */
public final class SlidingWindow {
    private final long windowNs;
    private final long[] times;
    private int head;
    private int count;

    /**
     * @param limit most events in any window
     * @param windowNs its length, nanoseconds
     */
    public SlidingWindow(int limit, long windowNs) {
        this.windowNs = windowNs;
        this.times = new long[limit];
    }

    /** Most events in any window. */
    public int limit() {
        return times.length;
    }

    /** Events in the window that ends now. */
    public int count(long nowNs) {
        while (count > 0 && times[head] <= nowNs - windowNs) {
            head = (head + 1) % times.length;
            count--;
        }
        return count;
    }

    /** Whether one more event is one too many. */
    public boolean isFull(long nowNs) {
        return count(nowNs) == times.length;
    }

    /** Times of the events in the window, oldest first, nanoseconds. */
    public long[] times() {
        long[] inOrder = new long[count];
        for (int i = 0; i < count; i++) {
            inOrder[i] = times[(head + i) % times.length];
        }
        return inOrder;
    }

    /** Notes an event; the window must not be full. */
    public void add(long nowNs) {
        times[(head + count++) % times.length] = nowNs;
    }

    /** Notes an event, in a full window in place of the oldest; returns how many there are now, one more than the limit if it was full. */
    public int addAnyway(long nowNs) {
        boolean full = isFull(nowNs);
        if (full) {
            head = (head + 1) % times.length;
            count--;
        }
        add(nowNs);
        return full ? times.length + 1 : count;
    }

    /** Forgets all events. */
    public void clear() {
        count = 0;
    }
}
