package io.lockstep.journal.scan;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.journal.rollfile.RollFileScanner;
import io.lockstep.journal.rollfile.RollFileScanner.Step;
import io.lockstep.journal.rollfile.RollFiles.RollFile;
import io.lockstep.journal.rollfile.StoreLayout;
import java.util.Optional;

/**
 * What a roll file's first record says of itself, unchecked.
 *
 * @param sequence of the first record
 * @param chainBefore hash chain in front of it
 * @param timeNs event time of the first record, UTC, nanoseconds
 */
public record RollFileHead(long sequence, long chainBefore, long timeNs) {
    /**
     * Reads it.
     *
     * @return empty when the file has no record that could be read
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static Optional<RollFileHead> read(RollFile file, StoreLayout layout) {
        try (RollFileScanner scanner = RollFileScanner.glance(file.path(), layout)) {
            if (scanner.next() != Step.RECORD) {
                return Optional.empty();
            }
            return Optional.of(new RollFileHead(
                    RecordLayout.sequence(scanner.buffer(), scanner.offset()),
                    RecordLayout.chainBefore(scanner.buffer(), scanner.offset()),
                    RecordLayout.timeNs(scanner.buffer(), scanner.offset())));
        }
    }

    /** Whether a file can be read and begins at or before the last one that was trimmed. */
    public static boolean isTrimmed(RollFile file, StoreLayout layout, long lastTrimmed) {
        return read(file, layout).map(head -> head.sequence() <= lastTrimmed).orElse(false);
    }
}
