package io.lockstep.journal;

import io.lockstep.journal.file.Damage;

/** The journal is not what was written; it must be repaired, on purpose, before anything is appended. */
public final class JournalDamagedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Damage damage;

    /** @param damage what is wrong, and where */
    public JournalDamagedException(Damage damage) {
        super("journal is damaged: " + damage.describe());
        this.damage = damage;
    }

    /** What is wrong, and where. */
    public Damage damage() {
        return damage;
    }
}
