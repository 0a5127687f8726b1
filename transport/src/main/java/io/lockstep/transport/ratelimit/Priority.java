package io.lockstep.transport.ratelimit;

/** Who may use the reserve of a limit. */
public enum Priority {
    /** Everything that can wait. */
    ORDINARY,
    /** Cancels: what reduces risk may use the reserve. */
    CANCEL
}
