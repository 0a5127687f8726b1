package io.lockstep.engine.control;

import org.agrona.concurrent.AtomicBuffer;

/**
 * The gauges of a run, eight bytes each in the order of {@link Gauge}. Each is one store; a reader may see two gauges of neighbouring
 * moments, each by itself is right. One writer per gauge, any number of readers.
 */
public final class Gauges {
    private final AtomicBuffer buffer;

    Gauges(AtomicBuffer buffer) {
        this.buffer = buffer;
    }

    /** Sets a gauge; only its writer may. */
    public void set(Gauge gauge, long value) {
        buffer.putLongOrdered(gauge.ordinal() * Long.BYTES, value);
    }

    /** Adds to a gauge; only its writer may. */
    public void add(Gauge gauge, long amount) {
        set(gauge, get(gauge) + amount);
    }

    /** Value of a gauge. */
    public long get(Gauge gauge) {
        return buffer.getLongVolatile(gauge.ordinal() * Long.BYTES);
    }
}
