package io.lockstep.engine.telemetry;

import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The counters of a run, eight bytes each in the order of {@link Counter}; in memory, or in the control file where other processes read
 * them. One writer per counter, any number of readers.
 */
public final class Counters {
    /** Bytes all counters need. */
    public static final int LENGTH = Counter.values().length * Long.BYTES;

    private final AtomicBuffer buffer;

    /** Counters in memory of their own. */
    public Counters() {
        this(new UnsafeBuffer(new byte[LENGTH]));
    }

    /**
     * Counters in a given place.
     *
     * @param buffer at least {@link #LENGTH} bytes, 8-byte aligned
     */
    public Counters(AtomicBuffer buffer) {
        this.buffer = buffer;
    }

    /** Adds to a counter; only its writing stage may. */
    public void add(Counter counter, long amount) {
        int index = counter.ordinal() * Long.BYTES;
        buffer.putLongOrdered(index, buffer.getLong(index) + amount);
    }

    /** Sets a counter; only its writing stage may. */
    public void set(Counter counter, long value) {
        buffer.putLongOrdered(counter.ordinal() * Long.BYTES, value);
    }

    /** Value of a counter. */
    public long get(Counter counter) {
        return buffer.getLongVolatile(counter.ordinal() * Long.BYTES);
    }
}
