package io.lockstep.journal;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.journal.rollfile.RollFileScanner;
import io.lockstep.journal.rollfile.RollFileScanner.Step;
import io.lockstep.journal.rollfile.RollPeriod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a journal in memory, to be damaged and written out again. */
public final class JournalImage {
    private final Map<String, byte[]> files;

    private JournalImage(Map<String, byte[]> files) {
        this.files = files;
    }

    /**
     * Where a record stands.
     *
     * @param file name of its roll file
     * @param start offset of its document header
     * @param end offset behind its padding
     * @param sequence of the record
     */
    public record Place(String file, int start, int end, long sequence) {}

    /** Reads a journal, whoever may be writing it. */
    public static JournalImage of(Path directory) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            }
        }
        files.keySet().removeIf(name -> name.startsWith("metadata") || name.equals("journal.lock"));
        return new JournalImage(files);
    }

    /** A copy to be damaged; shares the bytes of files until they are changed. */
    public JournalImage copy() {
        return new JournalImage(new TreeMap<>(files));
    }

    /** Makes a folder hold these files and no others. */
    public void writeTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        replaceIn(directory, new JournalImage(Map.of()));
    }

    /** Makes a folder that holds another image hold this one, writing only what differs. */
    public void replaceIn(Path directory, JournalImage other) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!files.containsKey(String.valueOf(file.getFileName()))) {
                    Files.delete(file);
                }
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getValue() != other.files.get(file.getKey())) {
                Files.write(directory.resolve(file.getKey()), file.getValue());
            }
        }
    }

    /** The files by name; entries may be changed. */
    public Map<String, byte[]> files() {
        return files;
    }

    /** Bytes of a file, not to be changed. */
    public byte[] bytes(String name) {
        return files.get(name);
    }

    /** Bytes of a file, to be changed. */
    public byte[] change(String name) {
        return files.compute(name, (same, bytes) -> bytes.clone());
    }

    /** Names of the roll files in order. */
    public List<String> rollFiles() {
        return files.keySet().stream()
                .filter(name -> name.endsWith(RollPeriod.SUFFIX))
                .toList();
    }

    /** Cuts a file off. */
    public void truncate(String name, int length) {
        files.put(name, Arrays.copyOf(files.get(name), length));
    }

    /** Where all records of a sound journal stand. */
    public static List<Place> places(Path directory) throws IOException {
        List<Place> places = new ArrayList<>();
        for (String name : of(directory).rollFiles()) {
            try (RollFileScanner scanner = new RollFileScanner(directory.resolve(name), RollPeriod.HOUR.layout())) {
                while (scanner.next() == Step.RECORD) {
                    int start = (int) scanner.position();
                    long sequence = RecordLayout.sequence(scanner.buffer(), scanner.offset());
                    scanner.accept();
                    places.add(new Place(name, start, (int) scanner.position(), sequence));
                }
            }
        }
        return places;
    }
}
