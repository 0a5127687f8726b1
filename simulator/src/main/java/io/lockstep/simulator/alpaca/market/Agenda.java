package io.lockstep.simulator.alpaca.market;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What the venue has to do and when; of one time in the order in which it was noted. */
public final class Agenda {
    private final PriorityQueue<Item> items =
            new PriorityQueue<>(Comparator.comparingLong(Item::timeNs).thenComparingLong(Item::number));
    private long lastNumber;

    private record Item(long timeNs, long number, Runnable task) {}

    /** Notes a task for a time, UTC, nanoseconds. */
    public void at(long timeNs, Runnable task) {
        items.add(new Item(timeNs, ++lastNumber, task));
    }

    /** When the next task is due; {@code Long.MAX_VALUE} if there is none. */
    public long nextTimeNs() {
        Item next = items.peek();
        return next == null ? Long.MAX_VALUE : next.timeNs();
    }

    /** Does the next task, if there is one. */
    public void doNext() {
        Item next = items.poll();
        if (next != null) {
            next.task().run();
        }
    }
}
