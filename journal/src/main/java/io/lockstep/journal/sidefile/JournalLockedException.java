package io.lockstep.journal.sidefile;

import java.nio.file.Path;

/** Somebody else is writing this journal. */
public final class JournalLockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param directory of the journal
     * @param owner the holder, as it described itself
     */
    JournalLockedException(Path directory, String owner) {
        super("journal is in use by another writer: directory=" + directory + ", owner=[" + owner + "]");
    }
}
