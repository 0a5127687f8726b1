package io.lockstep.launcher.swarm.machine;

/** Lets the process die at a step it takes: before or after an append, a sync or a send. */
public final class CrashSwitch {
    private static final long NEVER = -1;

    private long left = NEVER;
    private long taken;

    /** Lets it die at the n-th step from now, 1 being the next. */
    public void arm(long steps) {
        left = steps;
    }

    /** Lets it live. */
    public void disarm() {
        left = NEVER;
    }

    /** Steps taken so far. */
    public long taken() {
        return taken;
    }

    /** The process takes a step. */
    public void step(Step step) {
        taken++;
        if (left > 0 && --left == 0) {
            left = NEVER;
            throw new ProcessDied(step.name());
        }
    }

    /** Where a process can die. */
    public enum Step {
        /** A record is about to be appended. */
        BEFORE_APPEND,
        /** A record was appended. */
        AFTER_APPEND,
        /** The logs are about to be synced. */
        BEFORE_SYNC,
        /** The logs were synced. */
        AFTER_SYNC,
        /** A command is about to leave. */
        BEFORE_SEND,
        /** A command left. */
        AFTER_SEND
    }
}
