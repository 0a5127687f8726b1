package io.lockstep.launcher.session.folder;

import io.lockstep.engine.port.RecordSource;
import io.lockstep.launcher.session.folder.JournalFolder.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tapes and journals opened for reading, closed together. */
public final class Recordings implements AutoCloseable {
    private final List<Recording> open = new ArrayList<>();

    private Recordings() {}

    /**
     * Opens queues.
     *
     * @throws IllegalArgumentException if there is none at a path
     */
    public static Recordings open(List<Path> queues) {
        Recordings recordings = new Recordings();
        try {
            for (Path queue : queues) {
                if (!Files.isDirectory(queue)) {
                    throw new IllegalArgumentException("no tape: " + queue);
                }
                recordings.open.add(JournalFolder.open(queue));
            }
            return recordings;
        } catch (RuntimeException e) { // whatever it was, nothing stays open behind it
            recordings.close();
            throw e;
        }
    }

    /** The recordings in the order they were named. */
    public List<RecordSource> sources() {
        return List.copyOf(open);
    }

    @Override
    public void close() {
        open.forEach(Recording::close);
    }
}
