package io.lockstep.gateway.alpaca.account;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Tasks for later, in the order in which they are due, first come first among equals. One thread. */
final class Delays {
    private final PriorityQueue<Delayed> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Delayed::dueNs).thenComparingLong(Delayed::number));
    private long number;

    void add(long dueNs, Runnable task) {
        waiting.add(new Delayed(dueNs, number++, task));
    }

    /** Runs what is due. */
    void run(long nowNs) {
        for (Delayed next = waiting.peek(); next != null && next.dueNs <= nowNs; next = waiting.peek()) {
            waiting.remove();
            next.task.run();
        }
    }

    private record Delayed(long dueNs, long number, Runnable task) {}
}
