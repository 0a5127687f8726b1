package io.lockstep.journal.sidefile;

import io.lockstep.journal.rollfile.DamageKind;

/** The file of trims and repairs is not as it was written. */
public final class HistoryDamagedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param line the line that cannot be read */
    HistoryDamagedException(String line) {
        super(DamageKind.HISTORY.words() + ": line=" + line);
    }
}
