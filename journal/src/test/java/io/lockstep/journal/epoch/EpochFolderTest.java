package io.lockstep.journal.epoch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochFolderTest {
    @TempDir
    Path folder;

    private EpochFolder epochs;

    @BeforeEach
    void writeFirstEpoch() throws IOException {
        epochs = new EpochFolder(folder);
        write(folder, "one");
    }

    @Test
    void shouldPutTheCurrentEpochAsideWhenTheNextOneIsReady() throws IOException {
        write(epochs.prepareNext(), "two");

        epochs.change(1);

        assertThat(epochs.ended()).containsExactly(1);
        assertHolds(epochs.ended(1), "one");
        assertHolds(folder, "two");
        assertThat(folder.resolve("epochs/next")).doesNotExist();
    }

    @Test
    void shouldForgetANextEpochThatWasNotReady() throws IOException {
        write(epochs.prepareNext(), "half");

        epochs.finish();
        Path again = epochs.prepareNext();

        assertHolds(folder, "one");
        assertThat(again).isEmptyDirectory();
        assertThat(epochs.ended()).isEmpty();
    }

    /** Each number is the moves a process made before it died. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void shouldFinishTheMovesOfAProcessThatDied(int moves) throws IOException {
        Path next = epochs.prepareNext();
        write(next, "two");
        Files.writeString(next.resolve("ready"), "1");
        Path ended = Files.createDirectories(epochs.ended(1));
        Path[][] all = {
            {folder.resolve("inputs"), ended.resolve("inputs")},
            {folder.resolve("decisions"), ended.resolve("decisions")},
            {next.resolve("inputs"), folder.resolve("inputs")},
            {next.resolve("decisions"), folder.resolve("decisions")}
        };
        for (int i = 0; i < moves; i++) {
            Files.move(all[i][0], all[i][1]);
        }

        assertThat(epochs.isChanging()).isTrue();
        epochs.finish();
        epochs.finish();

        assertThat(epochs.isChanging()).isFalse();
        assertHolds(epochs.ended(1), "one");
        assertHolds(folder, "two");
    }

    @Test
    void shouldDeleteTheOldestEpochsOnly() throws IOException {
        for (int epoch = 1; epoch <= 11; epoch++) {
            write(epochs.prepareNext(), "epoch " + (epoch + 1));
            epochs.change(epoch);
        }

        assertThat(epochs.trim(2)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);

        assertThat(epochs.ended()).containsExactly(10, 11);
        assertThat(epochs.trim(2)).isEmpty();
        assertHolds(folder, "epoch 12");
    }

    @Test
    void shouldFinishADeletionThatWasCutShort() throws IOException {
        Path gone = Files.createDirectories(folder.resolve("epochs/gone-1"));
        write(gone, "old");
        Files.delete(gone.resolve("inputs/file"));

        epochs.finish();

        assertThat(gone).doesNotExist();
        assertHolds(folder, "one");
    }

    private static void write(Path epoch, String content) throws IOException {
        for (String queue : new String[] {"inputs", "decisions"}) {
            Files.createDirectories(epoch.resolve(queue));
            Files.writeString(epoch.resolve(queue).resolve("file"), content);
        }
    }

    private static void assertHolds(Path epoch, String content) {
        assertThat(epoch.resolve("inputs/file")).hasContent(content);
        assertThat(epoch.resolve("decisions/file")).hasContent(content);
    }
}
