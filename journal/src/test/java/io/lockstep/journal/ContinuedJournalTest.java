package io.lockstep.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.port.LogPoint;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that goes on where another one ends. */
class ContinuedJournalTest {
    private static final int RECORDS = 500;

    @TempDir
    Path folder;

    @Test
    void shouldContinueSequenceAndChainAndVerifyWithoutTheRecordsBefore() {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Journals.append(first, RECORDS);
        LogPoint end = end(first);

        ChronicleEventLog.beginBehind(second, Journals.settings(), end).close();
        Verification empty = JournalVerifier.verify(second);
        Journals.append(second, 100);
        Journals.append(second, 50);
        Verification found = JournalVerifier.verify(second);

        assertThat(empty.reason()).isEmpty();
        assertThat(empty.lastSequence()).isEqualTo(RECORDS);
        assertThat(found.reason()).isEmpty();
        assertThat(found.records()).isEqualTo(150);
        assertThat(found.lastSequence()).isEqualTo(RECORDS + 150);
        try (JournalReader reader = JournalReader.open(second)) {
            assertThat(reader.start()).isEqualTo(end);
            assertThat(reader.next()).isTrue();
            assertThat(reader.sequence()).isEqualTo(RECORDS + 1);
            assertThat(reader.isClosed()).isTrue();
        }
    }

    @Test
    void shouldOpenAJournalWithTheRollFilesItWasBegunWith() {
        Path directory = folder.resolve("first");
        Journals.append(directory, RECORDS);
        JournalSettings other = JournalSettings.defaults();

        ChronicleEventLog.openExisting(directory, other).close();

        assertThat(JournalVerifier.verify(directory).reason()).isEmpty();
    }

    private static LogPoint end(Path directory) {
        Verification found = JournalVerifier.verify(directory);
        return new LogPoint(found.lastSequence(), found.lastChain());
    }
}
