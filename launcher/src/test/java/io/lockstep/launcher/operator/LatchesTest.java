package io.lockstep.launcher.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.control.LatchFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatchesTest {
    private static final LatchFile.Entry ENTRY = new LatchFile.Entry(1_700, "alice", "fat finger");

    @TempDir
    private Path folder;

    @Test
    void shouldSetAndClearEveryCopy() {
        try (ControlFile control = ControlFile.open(journal())) {
            Latches latches = latches(control);

            latches.set(ENTRY);
            assertThat(latches.copies()).hasSize(4).allMatch(Latches.Copy::set);
            assertThat(latches.entry()).contains(ENTRY);
            latches.clear();
            assertThat(latches.copies()).noneMatch(Latches.Copy::set);
            assertThat(latches.entry()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal/control.dat", "journal/kill.latch", "latch/main.latch", "latch/sub%2F1.latch"})
    void shouldStaySetWhenAnyOneCopyIsLost(String lost) throws IOException {
        try (ControlFile control = ControlFile.open(journal())) {
            latches(control).set(ENTRY);
        }

        Files.delete(folder.resolve(lost));

        try (ControlFile control = ControlFile.open(journal())) {
            assertThat(latches(control).isSet()).isTrue();
            assertThat(latches(control).entry()).contains(ENTRY);
        }
    }

    @Test
    void shouldStaySetWhenTheWholeJournalIsLost() throws IOException {
        try (ControlFile control = ControlFile.open(journal())) {
            latches(control).set(ENTRY);
        }

        Files.delete(journal().resolve("control.dat"));
        Files.delete(journal().resolve("kill.latch"));
        Files.delete(journal());

        try (ControlFile control = ControlFile.open(folder.resolve("another"))) {
            assertThat(new Latches(control, folder.resolve("another"), folder.resolve("latch"), List.of("main"))
                            .isSet())
                    .isTrue();
        }
    }

    @Test
    void shouldKeepTheFirstWordOnIt() {
        try (ControlFile control = ControlFile.open(journal())) {
            latches(control).set(ENTRY);
            latches(control).set(new LatchFile.Entry(1_800, "guard", "silent"));

            assertThat(latches(control).entry()).contains(ENTRY);
        }
    }

    private Latches latches(ControlFile control) {
        return new Latches(control, journal(), folder.resolve("latch"), List.of("main", "sub/1"));
    }

    private Path journal() {
        return folder.resolve("journal");
    }
}
