package io.lockstep.engine.control;

/** The latch that the last step before the socket reads: once set, nothing new may leave. Readable from any thread, at the cost of one load. */
public interface KillLatch {
    /** A latch that is never set, for backtests and replays. */
    KillLatch NEVER = () -> false;

    /** Whether it is set. */
    boolean isSet();

    /**
     * Sets it from the engine thread, because the engine stopped itself; returns at once, so that the device may learn of it later. Does nothing
     * to a latch that only others set.
     *
     * @param timeMs when, UTC, ms
     */
    default void trip(long timeMs) {}
}
