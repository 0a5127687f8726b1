package io.lockstep.engine.strategy;

import java.util.Arrays;

/**
 * Timers of all strategies by due time; equal times in the order they were set. Owned by the strategy handler; allocates only when it grows.
 */
final class TimerQueue {
    private long[] dueNs = new long[64];
    private int[] owners = new int[64];
    private long[] ids = new long[64];
    private int size;

    /** When the first one is due, UTC, nanoseconds; far in the future when there is none. */
    long nextNs() {
        return size == 0 ? Long.MAX_VALUE : dueNs[0];
    }

    int firstOwner() {
        return owners[0];
    }

    long firstId() {
        return ids[0];
    }

    /** Sets a timer, or moves it if the owner has set the id before. */
    void set(int owner, long id, long atNs) {
        cancel(owner, id);
        ensureRoom();
        int at = size;
        while (at > 0 && dueNs[at - 1] > atNs) {
            move(at - 1, at);
            at--;
        }
        dueNs[at] = atNs;
        owners[at] = owner;
        ids[at] = id;
        size++;
    }

    void cancel(int owner, long id) {
        for (int i = 0; i < size; i++) {
            if (owners[i] == owner && ids[i] == id) {
                removeAt(i);
                return;
            }
        }
    }

    void removeFirst() {
        removeAt(0);
    }

    int size() {
        return size;
    }

    private void removeAt(int index) {
        size--;
        for (int i = index; i < size; i++) {
            move(i + 1, i);
        }
    }

    private void move(int from, int to) {
        dueNs[to] = dueNs[from];
        owners[to] = owners[from];
        ids[to] = ids[from];
    }

    private void ensureRoom() {
        if (size == dueNs.length) {
            dueNs = Arrays.copyOf(dueNs, size * 2);
            owners = Arrays.copyOf(owners, size * 2);
            ids = Arrays.copyOf(ids, size * 2);
        }
    }
}
