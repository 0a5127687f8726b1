package io.lockstep.simulator.matching.book;

import java.util.Arrays;

/** Order ids by the time they expire, as a binary heap; of one time the lower id first. Entries of ended orders stay until their time. */
public final class ExpiryQueue {
    private long[] times = new long[64];
    private long[] ids = new long[64];
    private int size;

    /** Adds an order that expires at a time, UTC, nanoseconds. */
    public void add(long timeNs, long id) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            ids = Arrays.copyOf(ids, size * 2);
        }
        int index = size++;
        while (index > 0 && isBefore(timeNs, id, (index - 1) / 2)) {
            move((index - 1) / 2, index);
            index = (index - 1) / 2;
        }
        times[index] = timeNs;
        ids[index] = id;
    }

    /** The earliest time, {@code Long.MAX_VALUE} when empty. */
    public long nextTimeNs() {
        return size == 0 ? Long.MAX_VALUE : times[0];
    }

    /** Takes out the id with the earliest time. */
    public long poll() {
        long id = ids[0];
        size--;
        if (size > 0) {
            sink(times[size], ids[size]);
        }
        return id;
    }

    private void sink(long timeNs, long id) {
        int index = 0;
        while (2 * index + 1 < size) {
            int child = 2 * index + 1;
            if (child + 1 < size && isBefore(times[child + 1], ids[child + 1], child)) {
                child++;
            }
            if (isBefore(timeNs, id, child)) {
                break;
            }
            move(child, index);
            index = child;
        }
        times[index] = timeNs;
        ids[index] = id;
    }

    private boolean isBefore(long timeNs, long id, int index) {
        return timeNs < times[index] || timeNs == times[index] && id < ids[index];
    }

    private void move(int from, int to) {
        times[to] = times[from];
        ids[to] = ids[from];
    }
}
