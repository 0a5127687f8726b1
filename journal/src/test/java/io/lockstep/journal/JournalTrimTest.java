package io.lockstep.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.journal.rollfile.DamageKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTrimTest {
    private static final int RECORDS = 1_300;

    @TempDir
    Path directory;

    private final JournalSettings keepTwo = keeping(2, 0);

    private static JournalSettings keeping(int files, long bytes) {
        JournalSettings base = Journals.settings();
        return new JournalSettings(
                base.rollEvery(),
                base.durability(),
                base.syncIntervalMs(),
                base.blockBytes(),
                base.pretouchAheadBytes(),
                base.lowFreeBytes(),
                base.lowFreePercent(),
                base.criticalFreeBytes(),
                files,
                bytes,
                base.epochRecords(),
                base.keepEpochs(),
                base.warmUpMs());
    }

    @Test
    void shouldDeleteOldestFilesAndStillVerify() {
        int deleted = appendAndTrim(keepTwo, Long.MAX_VALUE);

        Verification found = JournalVerifier.verify(directory);

        assertThat(deleted).isEqualTo(2);
        assertThat(JournalCatalog.list(directory)).hasSize(2);
        assertThat(found.damages()).isEmpty();
        long first = JournalCatalog.list(directory).get(0).firstSequence();
        assertThat(Journals.sequences(directory))
                .isEqualTo(LongStream.rangeClosed(first, RECORDS).boxed().toList());
    }

    @Test
    void shouldDeleteNothingUnlessTold() {
        assertThat(appendAndTrim(Journals.settings(), Long.MAX_VALUE)).isZero();
    }

    @Test
    void shouldKeepFilesThatAreStillNeeded() {
        int deleted = appendAndTrim(keeping(1, 0), 400);

        assertThat(deleted).isEqualTo(1);
        assertThat(Journals.sequences(directory, 400)).startsWith(400L);
    }

    @Test
    void shouldNeverDeleteTheFileInUse() {
        appendAndTrim(keeping(1, 1), Long.MAX_VALUE);

        assertThat(JournalCatalog.list(directory)).hasSize(1);
        assertThat(JournalVerifier.verify(directory).damages()).isEmpty();
    }

    @Test
    void shouldTrimByBytes() {
        int deleted = appendAndTrim(keeping(0, 300_000), Long.MAX_VALUE);

        long kept = JournalCatalog.list(directory).stream()
                .mapToLong(RollFileEntry::usedBytes)
                .sum();
        assertThat(deleted).isPositive();
        assertThat(kept).isLessThanOrEqualTo(300_000);
    }

    @Test
    void shouldTrimAgainAndGoOn() {
        appendAndTrim(keepTwo, Long.MAX_VALUE);
        appendAndTrim(keepTwo, Long.MAX_VALUE);

        Verification found = JournalVerifier.verify(directory);

        assertThat(found.damages()).isEmpty();
        assertThat(found.lastSequence()).isEqualTo(2 * RECORDS);
    }

    @Test
    void shouldFinishTrimThatWasCutShort() throws IOException {
        Journals.append(directory, RECORDS);
        JournalImage before = JournalImage.of(directory);
        trim(keepTwo, Long.MAX_VALUE);
        JournalImage after = JournalImage.of(directory);
        String second = before.rollFiles().get(1);
        after.files().put(second, before.bytes(second));
        after.writeTo(directory);

        Verification interrupted = JournalVerifier.verify(directory);
        Journals.append(directory, 1);

        assertThat(interrupted.damages()).isEmpty();
        assertThat(directory.resolve(second)).doesNotExist();
        assertThat(JournalVerifier.verify(directory).damages()).isEmpty();
    }

    @Test
    void shouldMissFirstFileThatWasNotTrimmed() throws IOException {
        appendAndTrim(keepTwo, Long.MAX_VALUE);
        JournalImage image = JournalImage.of(directory);
        List<String> files = image.rollFiles();
        image.files().remove(files.get(0));
        image.writeTo(directory);

        Verification found = JournalVerifier.verify(directory);

        assertThat(found.damages()).extracting(damage -> damage.kind()).contains(DamageKind.SEQUENCE);
    }

    private int appendAndTrim(JournalSettings settings, long neededFrom) {
        Journals.append(directory, RECORDS);
        return trim(settings, neededFrom);
    }

    private int trim(JournalSettings settings, long neededFrom) {
        try (ChronicleEventLog log = ChronicleEventLog.open(directory, settings)) {
            return log.trim(neededFrom);
        }
    }
}
