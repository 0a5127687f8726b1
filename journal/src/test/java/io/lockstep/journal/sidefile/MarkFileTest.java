package io.lockstep.journal.sidefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.journal.rollfile.RollPeriod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkFileTest {
    private static final Mark NEW = new Mark(RollPeriod.DAY, 1 << 20, 41, -7, 40, false);

    @TempDir
    Path directory;

    @Test
    void shouldGiveBackWhatWasWritten() {
        MarkFile.create(directory, NEW).close();

        assertThat(MarkFile.read(directory)).contains(NEW);
    }

    @Test
    void shouldKnowLastRecordWhileWriterHasItOpen() {
        try (MarkFile mark = MarkFile.create(directory, NEW)) {
            mark.append(42, 100);
            mark.append(43, 101);

            assertThat(MarkFile.read(directory)).contains(new Mark(RollPeriod.DAY, 1 << 20, 43, 101, 42, false));
        }
    }

    @Test
    void shouldKnowRecordBeforeWhenKilledInsideUpdate() throws IOException {
        try (MarkFile mark = MarkFile.create(directory, NEW)) {
            mark.append(42, 100);
            mark.append(43, 101);
        }
        byte[] bytes = Files.readAllBytes(directory.resolve(MarkFile.NAME));
        bytes[64] ^= 1;
        Files.write(directory.resolve(MarkFile.NAME), bytes);

        assertThat(MarkFile.read(directory).map(Mark::sequence)).contains(42L);
    }

    @Test
    void shouldFindEveryFlippedBitOnceClosed() throws IOException {
        try (MarkFile mark = MarkFile.create(directory, NEW)) {
            mark.append(42, 100);
            mark.state(true);
        }
        byte[] bytes = Files.readAllBytes(directory.resolve(MarkFile.NAME));

        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit += 29) {
            bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(directory.resolve(MarkFile.NAME), bytes);
            assertThat(MarkFile.read(directory)).as("bit %d", bit).isEmpty();
            bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        }
    }

    @Test
    void shouldReadNothingFromEmptyOrMissingFile() throws IOException {
        assertThat(MarkFile.read(directory)).isEmpty();

        Files.createFile(directory.resolve(MarkFile.NAME));

        assertThat(MarkFile.read(directory)).isEmpty();
    }
}
