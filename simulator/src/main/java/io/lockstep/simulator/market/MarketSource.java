package io.lockstep.simulator.market;

/** Where a venue's public market comes from: a seeded synthetic one, or a tape. Driven by explicit time; one thread. */
public interface MarketSource {
    /** When it will next say something, UTC, nanoseconds; {@code Long.MAX_VALUE} at its end. */
    long nextTimeNs();

    /** Says everything that happens up to and including a time, in order. */
    void advanceTo(long timeNs, MarketSink sink);
}
