package io.lockstep.journal.sidefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.journal.rollfile.DamageKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final Gap FIRST = new Gap(130, 200, -5, 472_230, DamageKind.CRC);
    private static final Gap SECOND = new Gap(900, 902, 17, 472_240, DamageKind.MISSING_RECORDS);
    private static final History HISTORY = new History(new History.Base(120, 77, 119, 472_222), List.of(FIRST, SECOND));

    @TempDir
    Path directory;

    @Test
    void shouldGiveBackWhatWasWritten() {
        HISTORY.write(directory);

        assertThat(History.read(directory)).isEqualTo(HISTORY);
    }

    @Test
    void shouldBeNoneWhereNothingWasWritten() {
        assertThat(History.read(directory)).isEqualTo(History.NONE);
    }

    @Test
    void shouldFindGapFromSequence() {
        assertThat(HISTORY.gapFrom(120)).isEqualTo(FIRST);
        assertThat(HISTORY.gapFrom(130)).isEqualTo(FIRST);
        assertThat(HISTORY.gapFrom(131)).isEqualTo(SECOND);
        assertThat(HISTORY.gapFrom(901)).isNull();
    }

    @Test
    void shouldForgetGapsThatWereTrimmed() {
        History trimmed = HISTORY.trimmedTo(new History.Base(500, 1, 430, 472_235));

        assertThat(trimmed.gaps()).containsExactly(SECOND);
    }

    @Test
    void shouldFindEveryChangedByte() throws IOException {
        HISTORY.write(directory);
        byte[] bytes = Files.readAllBytes(directory.resolve(History.NAME));

        for (int at = 0; at < bytes.length; at++) {
            bytes[at] ^= 1;
            Files.write(directory.resolve(History.NAME), bytes);
            assertThatThrownBy(() -> History.read(directory))
                    .as("byte %d", at)
                    .isInstanceOf(HistoryDamagedException.class);
            bytes[at] ^= 1;
        }
    }

    @Test
    void shouldFindLineCutOff() throws IOException {
        HISTORY.write(directory);
        String text = Files.readString(directory.resolve(History.NAME), StandardCharsets.ISO_8859_1);
        Files.writeString(directory.resolve(History.NAME), text.substring(0, text.length() - 1));

        assertThatThrownBy(() -> History.read(directory)).isInstanceOf(HistoryDamagedException.class);
    }
}
