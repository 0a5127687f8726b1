package io.lockstep.journal.repair;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A numbered folder below {@code quarantine/} that takes a repair's evidence; made when the first file comes. */
final class Quarantine {
    private static final String NAME = "quarantine";
    private static final String REPORT = "report.txt";

    private final Path journal;
    private final Path folder;
    private final List<String> files = new ArrayList<>();

    Quarantine(Path journal) {
        this.journal = journal;
        int number = 1;
        while (Files.exists(folder(journal, number))) {
            number++;
        }
        this.folder = folder(journal, number);
    }

    private static Path folder(Path journal, int number) {
        return journal.resolve(NAME).resolve("%04d".formatted(number));
    }

    /** Moves a file of the journal here. */
    void take(String name) throws IOException {
        Files.createDirectories(folder);
        Files.move(journal.resolve(name), folder.resolve(name), ATOMIC_MOVE);
        files.add(name);
    }

    /** Keeps a file of the journal here and puts another in its place, in one step. */
    void exchange(String name, Path replacement) throws IOException {
        keep(name);
        Files.move(replacement, journal.resolve(name), ATOMIC_MOVE, REPLACE_EXISTING);
    }

    /** Keeps a file of the journal here which is about to be replaced. */
    void keep(String name) throws IOException {
        Files.createDirectories(folder);
        Files.createLink(folder.resolve(name), journal.resolve(name));
        files.add(name);
    }

    /** Puts the report beside the evidence. */
    void report(String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(REPORT), text);
    }

    /** The folder, relative to the journal. */
    String name() {
        return journal.relativize(folder).toString();
    }

    List<String> files() {
        return files;
    }
}
