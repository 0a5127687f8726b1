package io.lockstep.transport.net;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The two clocks of the network threads.
 *
 * @param monotonic nanoseconds that never step back, for deadlines; any origin
 * @param wall nanoseconds UTC, for the time stamp on what was received
 */
public record TransportClock(LongSupplier monotonic, LongSupplier wall) {
    /** The machine's clocks. */
    public static TransportClock system() {
        long wallAtStart = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        long monotonicAtStart = System.nanoTime();
        return new TransportClock(System::nanoTime, () -> wallAtStart + (System.nanoTime() - monotonicAtStart));
    }

    /** Monotonic time, nanoseconds. */
    public long nowNs() {
        return monotonic.getAsLong();
    }

    /** Wall time, nanoseconds UTC. */
    public long wallNs() {
        return wall.getAsLong();
    }
}
