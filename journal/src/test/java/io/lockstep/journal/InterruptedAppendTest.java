package io.lockstep.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.journal.JournalImage.Place;
import io.lockstep.journal.rollfile.DamageKind;
import io.lockstep.journal.rollfile.RollPeriod;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** States in which a killed writer or a power cut can leave a journal. */
class InterruptedAppendTest {
    private static final int RECORDS = 600;

    @TempDir
    Path directory;

    @TempDir
    Path written;

    private JournalImage image;
    private List<Place> places;

    @BeforeEach
    void writeJournalAndTakeItsImageWhileOpen() throws IOException {
        try (ChronicleEventLog log = ChronicleEventLog.open(written, Journals.settings())) {
            Journals.append(log, RECORDS);
            image = JournalImage.of(written);
            places = JournalImage.places(written);
        }
    }

    @Test
    void shouldGoOnBehindLastRecord() throws IOException {
        reopenedAfter();

        assertThat(Journals.sequences(directory)).hasSize(RECORDS + 10);
    }

    @Test
    void shouldDropRecordThatWasHalfWritten() throws IOException {
        Place last = last();
        ByteBuffer bytes = change(last.file());
        bytes.putInt(last.end(), 1 << 31);
        bytes.put(last.end() + 4, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});

        reopenedAfter();

        assertThat(Journals.sequences(directory)).hasSize(RECORDS + 10);
    }

    @Test
    void shouldKeepRecordThatTheMarkDoesNotYetKnow() throws IOException {
        JournalImage newer = image;
        try (ChronicleEventLog log = ChronicleEventLog.open(directory, Journals.settings())) {
            Journals.append(log, RECORDS - 1);
            image = JournalImage.of(directory);
        }
        newer.rollFiles().forEach(file -> image.files().put(file, newer.bytes(file)));

        reopenedAfter();

        assertThat(Journals.sequences(directory)).hasSize(RECORDS + 10);
    }

    @Test
    void shouldPutRightWhatTheQueueHadNotNotedYet() throws IOException {
        ByteBuffer bytes = change(last().file());
        bytes.putLong(64, places.get(RECORDS - 2).start());
        bytes.putInt(72, bytes.getInt(72) - 1);

        reopenedAfter();

        assertThat(Journals.sequences(directory)).hasSize(RECORDS + 10);
    }

    @Test
    void shouldDeleteFileBegunWithoutRecord() throws IOException {
        String next =
                RollPeriod.HOUR.fileName(RollPeriod.HOUR.cycleOf(last().file()).orElseThrow() + 1);
        image.files().put(next, new byte[196_608]);
        ByteBuffer bytes = change(last().file());
        bytes.putInt(last().end(), 0xC000_0000).putInt(last().end() + 4, 0x464F_45C3);

        reopenedAfter();

        assertThat(Journals.sequences(directory)).hasSize(RECORDS + 10);
    }

    @Test
    void shouldTakeBackEndMarkThatNothingFollowed() throws IOException {
        ByteBuffer bytes = change(last().file());
        bytes.putInt(last().end(), 0xC000_0000).putInt(last().end() + 4, 0x464F_45C3);

        reopenedAfter();

        assertThat(JournalCatalog.list(directory)).hasSize(2);
        assertThat(Journals.sequences(directory)).hasSize(RECORDS + 10);
    }

    /** Power loss: the mark reached the device, the last pages did not. */
    @Test
    void shouldRefuseWhenRecordsTheMarkKnowsAreGone() throws IOException {
        Place place = places.get(RECORDS - 20);
        int page = place.start() / 4096 * 4096;
        byte[] bytes = image.change(place.file());
        Arrays.fill(bytes, page, bytes.length, (byte) 0);
        image.writeTo(directory);

        assertThatThrownBy(() -> Journals.append(directory, 1)).isInstanceOf(JournalDamagedException.class);
    }

    /** Power loss: a page in the middle and the mark's newest state did not reach the device. */
    @Test
    void shouldRefuseToAppendBehindHoleThatTheMarkDoesNotKnow() throws IOException {
        Place hole = recordThatBeginsTheHole();
        byte[] bytes = image.change(hole.file());
        Arrays.fill(bytes, hole.start(), hole.start() + 4096, (byte) 0);
        try (ChronicleEventLog log = ChronicleEventLog.open(directory, Journals.settings())) {
            Journals.append(log, Math.toIntExact(hole.sequence() - 1));
            image.files().put("journal.mark", JournalImage.of(directory).bytes("journal.mark"));
        }
        image.writeTo(directory);

        Verification found = JournalVerifier.verify(directory);

        assertThat(found.firstBadSequence()).isEqualTo(hole.sequence());
        assertThat(found.damages().get(0).kind()).isEqualTo(DamageKind.MISSING_RECORDS);
        assertThatThrownBy(() -> Journals.append(directory, 1)).isInstanceOf(JournalDamagedException.class);
    }

    @Test
    void shouldRefuseToDeleteNewFileWithHoleAtItsBeginning() throws IOException {
        String newest = last().file();
        Place first = places.stream()
                .filter(place -> place.file().equals(newest))
                .findFirst()
                .orElseThrow();
        Arrays.fill(image.change(newest), first.start(), first.start() + 4096, (byte) 0);
        try (ChronicleEventLog log = ChronicleEventLog.open(directory, Journals.settings())) {
            Journals.append(log, Math.toIntExact(first.sequence() - 1));
            image.files().put("journal.mark", JournalImage.of(directory).bytes("journal.mark"));
        }
        image.writeTo(directory);

        assertThatThrownBy(() -> Journals.append(directory, 1))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining("sequence=" + first.sequence());
        assertThat(directory.resolve(newest)).exists();
    }

    /** Zeroing from a record's start looks like the end of the journal, wherever the page begins. */
    private Place recordThatBeginsTheHole() {
        return places.get(RECORDS - 60);
    }

    private Place last() {
        return places.get(RECORDS - 1);
    }

    private ByteBuffer change(String file) {
        return ByteBuffer.wrap(image.change(file)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void reopenedAfter() throws IOException {
        image.writeTo(directory);
        Verification before = JournalVerifier.verify(directory);
        Journals.append(directory, 10);
        Verification after = JournalVerifier.verify(directory);

        assertThat(before.damages()).isEmpty();
        assertThat(after.damages()).isEmpty();
    }
}
