package io.lockstep.launcher.swarm.line;

/** The process's side of the line. */
public interface Inbox {
    /** Number of the process's run; what is meant for an earlier one reaches nobody. */
    int generation();

    /** The host's clock, UTC, nanoseconds. */
    long clockNs();

    /**
     * Hands a record to the process, now or as soon as it goes on.
     *
     * @param generation run it is meant for
     */
    void deliver(int generation, byte[] record);
}
