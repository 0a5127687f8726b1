package io.lockstep.simulator.inprocess;

import io.lockstep.engine.event.RecordLayout;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Records waiting for their time, first in, first out; grows when full and reuses its slots. One thread. */
final class RecordQueue {
    private UnsafeBuffer[] slots = new UnsafeBuffer[64];
    private long[] times = new long[64];
    private int head;
    private int size;
    private long lastTimeNs = Long.MIN_VALUE;

    RecordQueue() {
        Arrays.setAll(slots, i -> newSlot());
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Buffer for the next record; {@link #commit} follows. */
    UnsafeBuffer claim() {
        if (size == slots.length) {
            grow();
        }
        return slots[(head + size) & slots.length - 1];
    }

    /** Copies a whole record in; {@link #commit} follows. */
    void copy(DirectBuffer source, int offset, int length) {
        claim().putBytes(0, source, offset, length);
    }

    /**
     * Adds the claimed record.
     *
     * @param dueNs its time; one earlier than the last record's is put off to that
     */
    void commit(long dueNs) {
        lastTimeNs = Math.max(lastTimeNs, dueNs);
        times[(head + size) & slots.length - 1] = lastTimeNs;
        size++;
    }

    /** Time of the first record, {@code Long.MAX_VALUE} when empty. */
    long nextTimeNs() {
        return size == 0 ? Long.MAX_VALUE : times[head];
    }

    /** The first record. */
    UnsafeBuffer first() {
        return slots[head];
    }

    /** Takes the first record out; its buffer is reused. */
    void remove() {
        head = (head + 1) & slots.length - 1;
        size--;
    }

    private void grow() {
        UnsafeBuffer[] more = new UnsafeBuffer[slots.length * 2];
        long[] moreTimes = new long[more.length];
        for (int i = 0; i < more.length; i++) {
            int old = (head + i) & slots.length - 1;
            more[i] = i < size ? slots[old] : newSlot();
            moreTimes[i] = i < size ? times[old] : 0;
        }
        slots = more;
        times = moreTimes;
        head = 0;
    }

    private static UnsafeBuffer newSlot() {
        return new UnsafeBuffer(new byte[RecordLayout.MAX_LENGTH]);
    }
}
