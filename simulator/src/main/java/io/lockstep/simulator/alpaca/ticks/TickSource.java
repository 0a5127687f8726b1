package io.lockstep.simulator.alpaca.ticks;

import io.lockstep.simulator.alpaca.market.TickSink;

/** Where the public market comes from: a tape, or a seed. Driven by explicit time. */
public interface TickSource {
    /** When it will next say something, UTC, nanoseconds; {@code Long.MAX_VALUE} at its end. */
    long nextTimeNs();

    /** Says what happens at {@link #nextTimeNs}. */
    void sayNext(TickSink sink);
}
