package io.lockstep.engine.control;

/** The latch that the last step before the socket reads: once set, nothing new may leave. Readable from any thread, at the cost of one load. */
public interface KillLatch {
    /** A latch that is never set, for backtests and replays. */
    KillLatch NEVER = () -> false;

    /** Whether it is set. */
    boolean isSet();
}
