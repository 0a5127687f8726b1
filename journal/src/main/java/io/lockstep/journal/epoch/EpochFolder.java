package io.lockstep.journal.epoch;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.lockstep.journal.rollfile.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a run.
 *
 * <pre>
 *   FOLDER/inputs, FOLDER/decisions              the current epoch
 *   FOLDER/epochs/N/inputs, …/decisions          epoch N, ended
 *   FOLDER/epochs/next/inputs, …/decisions       the next one, being written
 *   FOLDER/epochs/next/ready                     it is whole; holds the number of the epoch it follows
 *   FOLDER/epochs/gone-N                         epoch N, being deleted
 * </pre>
 *
 * <p>The file {@code ready} is the moment of change. Before it, the next epoch is deleted when the process dies; after it, the moves are
 * finished at the next start. Whoever changes anything holds the lock of the folder.
 */
public final class EpochFolder {
    private static final List<String> QUEUES = List.of("inputs", "decisions");
    private static final String READY = "ready";
    private static final String GONE = "gone-";

    private final Path folder;
    private final Path epochs;
    private final Path next;

    /** The folder of a run, which may have none yet. */
    public EpochFolder(Path folder) {
        this.folder = folder;
        epochs = folder.resolve("epochs");
        next = epochs.resolve("next");
    }

    /** Numbers of the epochs that ended and are still there, oldest first. */
    public List<Integer> ended() {
        if (!Files.isDirectory(epochs)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(epochs)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,9}"))
                    .map(Integer::valueOf)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list epochs: folder=" + epochs, e);
        }
    }

    /** Folder of an epoch that ended. */
    public Path ended(int epoch) {
        return epochs.resolve(Integer.toString(epoch));
    }

    /** Whether a change was begun and its moves are not finished. */
    public boolean isChanging() {
        return Files.exists(next.resolve(READY));
    }

    /**
     * An empty folder to write the next epoch into; what an earlier try left there is deleted.
     *
     * @throws UncheckedIOException if it cannot be made
     */
    public Path prepareNext() {
        try {
            delete(next);
            Files.createDirectories(next);
            return next;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare the next epoch: folder=" + next, e);
        }
    }

    /**
     * Makes the epoch that was written the current one. Its journals must be closed, and those of the current one.
     *
     * @param ending number of the current epoch
     * @throws UncheckedIOException if files cannot be moved; a later {@link #finish} goes on
     */
    public void change(int ending) {
        try {
            Path ready = next.resolve(READY);
            Path draft = next.resolve(READY + ".new");
            Files.writeString(draft, Integer.toString(ending));
            Device.force(draft);
            Device.force(epochs);
            Files.move(draft, ready, ATOMIC_MOVE);
            Device.force(next);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot change epochs: folder=" + folder, e);
        }
        finish();
    }

    /** Finishes what a process that died had begun: a change of epochs, the deletion of old ones. Does nothing else. */
    public void finish() {
        try {
            if (isChanging()) {
                move();
            }
            for (Path gone : gone()) {
                delete(gone);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot finish a change of epochs: folder=" + folder, e);
        }
    }

    private void move() throws IOException {
        Path ended = ended(Integer.parseInt(Files.readString(next.resolve(READY))));
        Files.createDirectories(ended);
        for (String queue : QUEUES) {
            if (!Files.exists(ended.resolve(queue))) {
                Files.move(folder.resolve(queue), ended.resolve(queue), ATOMIC_MOVE);
            }
        }
        Device.force(ended);
        Device.force(epochs);
        for (String queue : QUEUES) {
            if (Files.exists(next.resolve(queue))) {
                Files.move(next.resolve(queue), folder.resolve(queue), ATOMIC_MOVE);
            }
        }
        Device.force(folder);
        delete(next);
    }

    /**
     * Deletes the oldest epochs that ended.
     *
     * @param keep number of ended epochs to keep, not negative
     * @return numbers of the epochs deleted
     */
    public List<Integer> trim(int keep) {
        List<Integer> ended = ended();
        List<Integer> old = ended.subList(0, Math.max(0, ended.size() - keep));
        try {
            for (int epoch : old) {
                Path gone = epochs.resolve(GONE + epoch);
                Files.move(ended(epoch), gone, ATOMIC_MOVE);
                delete(gone);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete old epochs: folder=" + epochs, e);
        }
        return old;
    }

    private List<Path> gone() throws IOException {
        if (!Files.isDirectory(epochs)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(epochs)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(GONE))
                    .toList();
        }
    }

    /** The mark of readiness goes first, so that a deletion cut short is not taken for a change. */
    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.deleteIfExists(directory.resolve(READY));
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(directory)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.delete(each);
        }
    }
}
