package io.lockstep.journal.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.journal.ChronicleEventLog;
import io.lockstep.journal.JournalCatalog;
import io.lockstep.journal.JournalImage;
import io.lockstep.journal.JournalImage.Place;
import io.lockstep.journal.JournalReader;
import io.lockstep.journal.JournalVerifier;
import io.lockstep.journal.Journals;
import io.lockstep.journal.RollFileEntry;
import io.lockstep.journal.Verification;
import io.lockstep.journal.rollfile.DamageKind;
import io.lockstep.journal.sidefile.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalRepairTest {
    private static final int RECORDS = 1_000;

    @TempDir
    Path directory;

    @Test
    void shouldLeaveSoundJournalAlone() throws IOException {
        Journals.append(directory, RECORDS);

        RepairReport report = JournalRepair.repair(directory);

        assertThat(report.damages()).isEmpty();
        assertThat(report.records()).isEqualTo(RECORDS);
        assertThat(Files.exists(directory.resolve("quarantine"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 200, 201, 500, 999, 1000})
    void shouldKeepRecordsBeforeDamageAndGoOnBehindTheGap(int bad) throws IOException {
        Journals.append(directory, RECORDS);
        damageRecord(bad);

        RepairReport report = JournalRepair.repair(directory);
        Journals.append(directory, 100);

        assertThat(report.gap().map(Gap::missing)).contains((long) RECORDS - bad + 1);
        assertThat(Journals.sequences(directory)).isEqualTo(keptThenAppended(bad));
        Verification found = JournalVerifier.verify(directory);
        assertThat(found.damages()).isEmpty();
        assertThat(found.gaps()).hasSize(1);
        assertThat(found.records()).isEqualTo(bad - 1 + 100);
    }

    private static List<Long> keptThenAppended(int bad) {
        return LongStream.concat(LongStream.range(1, bad), LongStream.rangeClosed(RECORDS + 1, RECORDS + 100))
                .boxed()
                .toList();
    }

    @Test
    void shouldTellReaderWhatIsMissing() throws IOException {
        Journals.append(directory, RECORDS);
        damageRecord(900);
        JournalRepair.repair(directory);
        Journals.append(directory, 1);

        try (JournalReader reader = JournalReader.open(directory, 899)) {
            reader.next();
            long before = reader.missingBefore();
            reader.next();

            assertThat(before).isZero();
            assertThat(reader.sequence()).isEqualTo(RECORDS + 1);
            assertThat(reader.missingBefore()).isEqualTo(101);
        }
    }

    @Test
    void shouldKeepDamagedFilesWithReport() throws IOException {
        Journals.append(directory, RECORDS);
        byte[] evidence = damageRecord(500);
        String name = JournalImage.of(directory).rollFiles().get(1);

        RepairReport report = JournalRepair.repair(directory);

        Path quarantine = directory.resolve(report.quarantine());
        assertThat(report.files()).containsExactly(name, "20231115-00F.cq4");
        assertThat(quarantine.resolve(name)).hasBinaryContent(evidence);
        assertThat(quarantine.resolve("report.txt"))
                .content()
                .contains("the checksum does not match", "sequence=500", "from sequence 500 to 1000, 501 in number");
    }

    @Test
    void shouldResumeInNewRollFile() throws IOException {
        Journals.append(directory, RECORDS);
        damageRecord(900);
        List<String> before = names();

        JournalRepair.repair(directory);
        Journals.append(directory, 1);

        assertThat(names()).hasSize(before.size() + 1).startsWith(before.toArray(String[]::new));
    }

    @Test
    void shouldRebuildFileWhoseIndexIsDamagedWithoutLosingRecords() throws IOException {
        Journals.append(directory, RECORDS);
        JournalImage image = JournalImage.of(directory);
        image.change(image.rollFiles().get(1))[40_000] ^= 1;
        image.writeTo(directory);

        RepairReport report = JournalRepair.repair(directory);

        assertThat(report.damages()).extracting(damage -> damage.kind()).containsExactly(DamageKind.INDEX);
        assertThat(report.gap()).isEmpty();
        assertThat(JournalVerifier.verify(directory).damages()).isEmpty();
        assertThat(Journals.sequences(directory)).hasSize(RECORDS);
    }

    @Test
    void shouldWriteDamagedMarkAnew() throws IOException {
        Journals.append(directory, RECORDS);
        JournalImage image = JournalImage.of(directory);
        image.change("journal.mark")[3] ^= 1;
        image.writeTo(directory);

        JournalRepair.repair(directory);
        Journals.append(directory, 1);

        assertThat(Journals.sequences(directory)).hasSize(RECORDS + 1);
    }

    @Test
    void shouldWriteDamagedHistoryAnewFromTheRecords() throws IOException {
        Journals.append(directory, RECORDS);
        damageRecord(900);
        JournalRepair.repair(directory);
        Journals.append(directory, 10);
        JournalImage image = JournalImage.of(directory);
        image.change("journal.history")[70] ^= 1;
        image.writeTo(directory);

        RepairReport report = JournalRepair.repair(directory);

        assertThat(report.damages()).extracting(damage -> damage.kind()).contains(DamageKind.HISTORY);
        assertThat(Journals.sequences(directory)).hasSize(899 + 10);
    }

    @Test
    void shouldRepairTwice() throws IOException {
        Journals.append(directory, RECORDS);
        damageRecord(900);
        JournalRepair.repair(directory);
        Journals.append(directory, 100);
        damageRecord(950);

        RepairReport second = JournalRepair.repair(directory);
        Journals.append(directory, 1);

        assertThat(second.quarantine()).endsWith("0002");
        assertThat(JournalVerifier.verify(directory).gaps()).hasSize(2);
        assertThat(Journals.sequences(directory)).hasSize(899 + 50 + 1);
    }

    @Test
    void shouldRepairJournalWhoseWriterWasKilled() throws IOException {
        try (ChronicleEventLog log = ChronicleEventLog.open(directory, Journals.settings())) {
            Journals.append(log, RECORDS);
            JournalImage.of(directory).writeTo(directory.resolve("copy"));
        }
        Path copy = directory.resolve("copy");
        JournalImage image = JournalImage.of(copy);
        Place bad = JournalImage.places(copy).get(899);
        image.change(bad.file())[bad.start() + 10] ^= 1;
        image.writeTo(copy);

        JournalRepair.repair(copy);
        Journals.append(copy, 1);

        assertThat(Journals.sequences(copy)).hasSize(900);
    }

    /** Flips a bit in the n-th record; gives the bytes of the damaged file. */
    private byte[] damageRecord(int number) throws IOException {
        JournalImage image = JournalImage.of(directory);
        Place bad = JournalImage.places(directory).get(number - 1);
        image.change(bad.file())[bad.end() - 7] ^= 1;
        image.writeTo(directory);
        return image.bytes(bad.file());
    }

    private List<String> names() {
        return JournalCatalog.list(directory).stream().map(RollFileEntry::name).toList();
    }
}
