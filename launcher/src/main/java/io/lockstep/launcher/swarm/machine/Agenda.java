package io.lockstep.launcher.swarm.machine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Virtual time: what is to be done, by time and, of the same instant, in the order in which it was entered. One thread. */
public final class Agenda {
    private long[] times = new long[256];
    private long[] numbers = new long[256];
    private @Nullable Runnable[] tasks = new @Nullable Runnable[256];
    private int size;
    private long entered;
    private long nowNs;

    /** An agenda that begins at a time, UTC, nanoseconds. */
    public Agenda(long startNs) {
        nowNs = startNs;
    }

    /** The time, UTC, nanoseconds. */
    public long nowNs() {
        return nowNs;
    }

    /** Enters a task for a time; one in the past is done as soon as possible. */
    public void at(long timeNs, Runnable task) {
        if (size == tasks.length) {
            times = Arrays.copyOf(times, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size);
            tasks = Arrays.copyOf(tasks, 2 * size);
        }
        int hole = size++;
        long due = Math.max(nowNs, timeNs);
        long number = entered++;
        while (hole > 0 && isBefore(due, number, (hole - 1) / 2)) {
            move((hole - 1) / 2, hole);
            hole = (hole - 1) / 2;
        }
        put(hole, due, number, task);
    }

    /** Enters a task for some time from now, nanoseconds. */
    public void after(long delayNs, Runnable task) {
        at(nowNs + delayNs, task);
    }

    /** Moves to the next task's time and does it; false if none is left until a time, which it then is. */
    public boolean next(long untilNs) {
        if (size == 0 || times[0] > untilNs) {
            nowNs = Math.max(nowNs, untilNs);
            return false;
        }
        nowNs = times[0];
        Runnable task = tasks[0];
        removeFirst();
        if (task != null) {
            task.run();
        }
        return true;
    }

    private void removeFirst() {
        size--;
        long due = times[size];
        long number = numbers[size];
        Runnable task = tasks[size];
        tasks[size] = null;
        int hole = 0;
        for (int child = smallestChild(0); child < size && !isBefore(due, number, child); child = smallestChild(hole)) {
            move(child, hole);
            hole = child;
        }
        if (size > 0) {
            put(hole, due, number, task);
        }
    }

    private int smallestChild(int parent) {
        int left = 2 * parent + 1;
        int right = left + 1;
        return right < size && isBefore(times[right], numbers[right], left) ? right : left;
    }

    private boolean isBefore(long due, long number, int other) {
        return due < times[other] || due == times[other] && number < numbers[other];
    }

    private void move(int from, int to) {
        put(to, times[from], numbers[from], tasks[from]);
    }

    private void put(int at, long due, long number, @Nullable Runnable task) {
        times[at] = due;
        numbers[at] = number;
        tasks[at] = task;
    }
}
