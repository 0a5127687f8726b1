package io.lockstep.gateway.binance.marketdata.book;

import io.lockstep.gateway.binance.marketdata.message.DepthMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * Updates that wait for a snapshot, oldest first. Messages are reused; when full, the oldest gives way, for a snapshot yet to come
 * is more likely to contain it.
 */
final class UpdateBuffer {
    private final List<Entry> entries = new ArrayList<>();
    private final int capacity;
    private int first;
    private int size;
    private long dropped;

    private static final class Entry {
        private final DepthMessage message = new DepthMessage();
        private long receivedNs;
    }

    UpdateBuffer(int capacity) {
        this.capacity = capacity;
    }

    int size() {
        return size;
    }

    /** Updates that gave way to newer ones, or whose stream was lost before a snapshot came. */
    long dropped() {
        return dropped;
    }

    void add(DepthMessage update, long receivedNs) {
        if (size == capacity) {
            removeFirst();
            dropped++;
        }
        int slot = (first + size) % capacity;
        if (slot == entries.size()) {
            entries.add(new Entry());
        }
        Entry entry = entries.get(slot);
        entry.message.copyFrom(update);
        entry.receivedNs = receivedNs;
        size++;
    }

    DepthMessage first() {
        return entries.get(first).message;
    }

    long firstReceivedNs() {
        return entries.get(first).receivedNs;
    }

    void removeFirst() {
        first = (first + 1) % capacity;
        size--;
    }

    /** Gives up what waits. */
    void clear() {
        dropped += size;
        first = 0;
        size = 0;
    }
}
