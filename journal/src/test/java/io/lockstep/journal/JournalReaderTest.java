package io.lockstep.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.SampleRecords;
import io.lockstep.engine.testing.AllocationMeter;
import io.lockstep.journal.rollfile.Damage;
import io.lockstep.journal.rollfile.DamageKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalReaderTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 199, 200, 201, 500, 999, 1000})
    void shouldReadFromAnySequence(long from) {
        Journals.append(directory, 1000);

        List<Long> sequences = Journals.sequences(directory, from);

        assertThat(sequences)
                .isEqualTo(
                        LongStream.rangeClosed(Math.max(1, from), 1000).boxed().toList());
    }

    @Test
    void shouldReadNothingBehindTheEnd() {
        Journals.append(directory, 10);

        assertThat(Journals.sequences(directory, 11)).isEmpty();
    }

    @Test
    void shouldFollowWriterOverRolls() {
        List<Long> seen = new ArrayList<>();

        try (ChronicleEventLog log = ChronicleEventLog.open(directory, Journals.settings());
                JournalReader reader = JournalReader.open(directory)) {
            for (int round = 0; round < 100; round++) {
                Journals.append(log, 13);
                while (reader.next()) {
                    seen.add(reader.sequence());
                }
                reader.requireSound();
            }
        }

        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 1300).boxed().toList());
    }

    @Test
    void shouldCopyRecordsIntoEvents() {
        Journals.append(directory, 3);
        EngineEvent event = new EngineEvent();

        try (JournalReader reader = JournalReader.open(directory, 2)) {
            reader.next();
            reader.copyTo(event);
        }

        assertThat(event.sequence()).isEqualTo(2);
        assertThat(event.timeNs()).isEqualTo(1_700_000_010_000_000_000L);
    }

    @Test
    void shouldStopAtDamagedRecordAndNameIt() throws IOException {
        Journals.append(directory, 100);
        JournalImage image = JournalImage.of(directory);
        JournalImage.Place bad = JournalImage.places(directory).get(41);
        image.change(bad.file())[bad.start() + 20] ^= 4;
        image.writeTo(directory);

        try (JournalReader reader = JournalReader.open(directory)) {
            while (reader.next()) {
                assertThat(reader.sequence()).isLessThan(42);
            }

            assertThat(reader.damage()).isEqualTo(new Damage(DamageKind.CRC, 42, bad.file(), bad.start()));
            assertThatThrownBy(reader::requireSound).isInstanceOf(JournalDamagedException.class);
        }
    }

    @Test
    void shouldMissDroppedLastFile() throws IOException {
        Journals.append(directory, 500);
        List<RollFileEntry> files = JournalCatalog.list(directory);
        Files.delete(directory.resolve(files.get(files.size() - 1).name()));

        assertThatThrownBy(() -> Journals.sequences(directory))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining("records that were appended are not there");
    }

    @Test
    void shouldAllocateNothingPerRecord() {
        try (ChronicleEventLog log =
                ChronicleEventLog.open(directory, Journals.settings().withBlockBytes(1 << 26))) {
            new SampleRecords(Journals.SEED, 1000).appendTo(log, 60_000);
        }

        try (JournalReader reader = JournalReader.open(directory)) {
            long bytes = AllocationMeter.bytes(8_000, i -> reader.next());

            assertThat(reader.sequence()).isGreaterThanOrEqualTo(16_000);
            assertThat(bytes).isZero();
        }
    }
}
