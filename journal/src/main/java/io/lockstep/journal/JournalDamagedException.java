package io.lockstep.journal;

import io.lockstep.journal.rollfile.Damage;
import io.lockstep.journal.scan.JournalFacts;
import java.nio.file.Path;
import java.util.List;

/** The journal is not what was written; it must be repaired, on purpose, before anything is appended. */
public final class JournalDamagedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Damage damage;

    /** @param damage what is wrong, and where */
    public JournalDamagedException(Damage damage) {
        super("journal is damaged: " + damage.describe());
        this.damage = damage;
    }

    /** Reads a journal's side files, which must be sound. */
    static JournalFacts soundFacts(Path directory) {
        JournalFacts facts = JournalFacts.read(directory);
        requireNone(facts.damages());
        return facts;
    }

    static void requireNone(List<Damage> damages) {
        if (!damages.isEmpty()) {
            throw new JournalDamagedException(damages.get(0));
        }
    }

    /** What is wrong, and where. */
    public Damage damage() {
        return damage;
    }
}
