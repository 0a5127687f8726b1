package io.lockstep.engine.risk.settings;

/** What is done about orders at the venue that nobody here knows. */
public enum OrphanPolicy {
    /** A person is told; they count in every limit. */
    REPORT,
    /** They are cancelled as well. */
    CANCEL
}
