package io.lockstep.transport.net;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts by {@link TransportCounter}, readable from any thread while they change. Allocates nothing once constructed.
 *
 * <p>{@link #increment} and {@link #add} may be called from any thread. {@link #addAsOwner} costs less and is for counters that a
 * single thread writes: those of the receive path.
 */
public final class TransportCounters {
    private final Map<TransportCounter, AtomicLong> values = new EnumMap<>(TransportCounter.class);

    /** All at zero. */
    public TransportCounters() {
        for (TransportCounter counter : TransportCounter.values()) {
            values.put(counter, new AtomicLong());
        }
    }

    /** Adds one; from any thread. */
    public void increment(TransportCounter counter) {
        add(counter, 1);
    }

    /** Adds {@code amount}; from any thread. */
    public void add(TransportCounter counter, long amount) {
        value(counter).getAndAdd(amount);
    }

    /** Adds {@code amount}; only from the one thread that writes this counter. */
    public void addAsOwner(TransportCounter counter, long amount) {
        AtomicLong value = value(counter);
        value.setRelease(value.getPlain() + amount);
    }

    /** The count so far; from any thread. */
    public long get(TransportCounter counter) {
        return value(counter).getAcquire();
    }

    private AtomicLong value(TransportCounter counter) {
        return Objects.requireNonNull(values.get(counter));
    }
}
