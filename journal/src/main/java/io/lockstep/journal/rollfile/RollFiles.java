package io.lockstep.journal.rollfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The roll files of a directory in the order of their periods.
 *
 * @param files in order
 * @param strangers names that end like a roll file's but are not of this journal
 */
public record RollFiles(List<RollFile> files, List<String> strangers) {
    /** Keeps its own lists. */
    public RollFiles {
        files = List.copyOf(files);
        strangers = List.copyOf(strangers);
    }

    /**
     * One roll file.
     *
     * @param path where it is
     * @param cycle number of its period
     */
    public record RollFile(Path path, int cycle) {
        /** Its name. */
        public String name() {
            return String.valueOf(path.getFileName());
        }
    }

    /**
     * Lists a directory.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static RollFiles list(Path directory, RollPeriod period) {
        List<RollFile> files = new ArrayList<>();
        List<String> strangers = new ArrayList<>();
        for (String name : names(directory)) {
            OptionalInt cycle = period.cycleOf(name);
            if (cycle.isPresent()) {
                files.add(new RollFile(directory.resolve(name), cycle.getAsInt()));
            } else {
                strangers.add(name);
            }
        }
        files.sort(Comparator.comparingInt(RollFile::cycle));
        return new RollFiles(files, strangers);
    }

    /**
     * Names in a directory that end like a roll file's, in alphabetical order.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static List<String> names(Path directory) {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.endsWith(RollPeriod.SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list journal: directory=" + directory, e);
        }
    }

    /** The first file whose period is at or after a number; null when there is none. */
    public @Nullable RollFile firstFrom(int cycle) {
        return files.stream().filter(file -> file.cycle() >= cycle).findFirst().orElse(null);
    }

    /** The newest file; null when there is none. */
    public @Nullable RollFile last() {
        return files.isEmpty() ? null : files.get(files.size() - 1);
    }
}
