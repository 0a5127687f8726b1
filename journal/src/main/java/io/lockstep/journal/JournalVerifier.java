package io.lockstep.journal;

import io.lockstep.journal.scan.JournalScan;
import java.nio.file.Path;

/**
 * Reads a whole journal and says whether every record that was appended is there, unchanged and in its place, and whether the files
 * around them are as they must be.
 *
 * <p>Found is any changed byte of a record, of a document header, of an index page, of a side file; a page of zeros; a cut tail; a
 * roll file that is missing, renamed or doubled; exchanged records; an older copy of the files put back. While a writer appends,
 * or after one was killed, its newest record may or may not be counted; that is not damage.
 */
public final class JournalVerifier {
    private JournalVerifier() {}

    /**
     * Verifies a journal or a tape, also while it is written.
     *
     * @throws java.io.UncheckedIOException if its files cannot be read
     */
    public static Verification verify(Path directory) {
        return Verification.of(JournalScan.of(directory));
    }
}
