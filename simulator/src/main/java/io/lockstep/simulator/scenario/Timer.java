package io.lockstep.simulator.scenario;

/** Lets something happen later on the event loop. */
@FunctionalInterface
public interface Timer {
    /** Runs a task after a time, milliseconds. */
    void after(long delayMs, Runnable task);
}
