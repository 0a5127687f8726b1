package io.lockstep.transport.correlation;

/** How an answer fits what was asked. */
public enum Completion {
    /** The request was open; it is now closed. */
    IN_TIME,
    /** The request was already reported as timed out or abandoned. */
    LATE,
    /** No such request is remembered. */
    UNKNOWN
}
