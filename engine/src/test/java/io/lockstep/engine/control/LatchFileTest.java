package io.lockstep.engine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.control.LatchFile.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatchFileTest {
    @TempDir
    private Path folder;

    @Test
    void shouldTellWhoSetItUntilItIsCleared() {
        latch().set(new Entry(1_700, "alice", "fat\nfinger"));

        assertThat(latch().isSet()).isTrue();
        assertThat(latch().read()).isEqualTo(new Entry(1_700, "alice", "fat finger"));
        latch().clear();
        assertThat(latch().isSet()).isFalse();
        latch().clear();
    }

    @Test
    void shouldKeepTheFirstWord() {
        latch().set(new Entry(1_700, "alice", "first"));
        latch().set(new Entry(1_800, "bob", "second"));

        assertThat(latch().read().actor()).isEqualTo("alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1700\nali", "not a number\nalice\nreason\n"})
    void shouldBeSetWhateverTheFileSays(String content) throws IOException {
        Files.createDirectories(folder.resolve("deep"));
        Files.writeString(latch().path(), content);

        assertThat(latch().isSet()).isTrue();
        assertThat(latch().read()).isEqualTo(new Entry(0, "", ""));
    }

    @Test
    void shouldSayWhenItCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("deep"), "in the way");

        assertThatThrownBy(() -> latch().set(new Entry(1, "a", "b")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("kill.latch");
    }

    private LatchFile latch() {
        return new LatchFile(folder.resolve("deep").resolve(LatchFile.NAME));
    }
}
