package io.lockstep.launcher.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {
    @TempDir
    private Path folder;

    record Entry(long number, String text) {}

    @Test
    void shouldGiveEachRecordOnceInOrder() {
        LineFile<Entry> writer = open();
        LineFile<Entry> reader = open();

        assertThat(reader.readNew()).isEmpty();
        writer.append(new Entry(1, "one\nline\tand ö"));
        writer.append(new Entry(2, ""));
        assertThat(reader.readNew()).containsExactly(new Entry(1, "one\nline\tand ö"), new Entry(2, ""));
        assertThat(reader.readNew()).isEmpty();
        writer.append(new Entry(3, "x"));
        assertThat(reader.readNew()).containsExactly(new Entry(3, "x"));
    }

    @Test
    void shouldWaitForTheRestOfALine() throws IOException {
        LineFile<Entry> reader = open();
        open().append(new Entry(1, "whole"));
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), java.util.Arrays.copyOf(whole, whole.length - 5));

        assertThat(reader.readNew()).isEmpty();
        Files.write(file(), whole);
        assertThat(reader.readNew()).containsExactly(new Entry(1, "whole"));
        assertThat(reader.damaged()).isZero();
    }

    @Test
    void shouldLeaveOutAndCountATornLineWithoutLosingTheNext() throws IOException {
        Files.writeString(file(), "{\"number\":1,\"te", StandardOpenOption.CREATE);
        open().append(new Entry(2, "after"));
        LineFile<Entry> reader = open();

        assertThat(reader.readNew()).containsExactly(new Entry(2, "after"));
        assertThat(reader.damaged()).isEqualTo(1);
    }

    @Test
    void shouldLeaveOutAndCountAnAlteredLine() throws IOException {
        open().append(new Entry(1, "pause"));
        Files.writeString(file(), Files.readString(file()).replace("pause", "reset"));
        LineFile<Entry> reader = open();

        assertThat(reader.readNew()).isEmpty();
        assertThat(reader.damaged()).isEqualTo(1);
    }

    private LineFile<Entry> open() {
        return new LineFile<>(file(), Entry.class);
    }

    private Path file() {
        return folder.resolve("lines");
    }
}
