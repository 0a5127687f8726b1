package io.lockstep.launcher.session;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.journal.JournalReader;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a run keeps what it saw and decided.
 *
 * <pre>
 *   FOLDER/inputs      Chronicle queue of inputs
 *   FOLDER/decisions   Chronicle queue of decisions
 *   FOLDER/control.dat kill latch, heartbeat, counters
 * </pre>
 *
 * @param path the folder
 */
public record JournalFolder(Path path) {
    /** Queue of inputs. */
    public Path inputs() {
        return path.resolve("inputs");
    }

    /** Queue of decisions. */
    public Path decisions() {
        return path.resolve("decisions");
    }

    /** Whether anything has been journaled here. */
    public boolean exists() {
        return Files.isDirectory(inputs());
    }

    /**
     * This folder, if a run has been journaled here.
     *
     * @throws IllegalArgumentException if not
     */
    public JournalFolder require() {
        if (!exists()) {
            throw new IllegalArgumentException("no journal here: " + path);
        }
        return this;
    }

    /**
     * This folder, if nothing has been journaled here.
     *
     * @throws IllegalArgumentException if something has
     */
    public JournalFolder requireNew() {
        if (exists()) {
            throw new IllegalArgumentException("a run has been journaled here already, choose another folder: " + path);
        }
        return this;
    }

    /** A reader of one queue that refuses damage where it meets it. */
    static Recording open(Path queue) {
        return new Recording(JournalReader.open(queue));
    }

    /** One queue as a source of events. */
    static final class Recording implements RecordSource, AutoCloseable {
        private final JournalReader reader;

        Recording(JournalReader reader) {
            this.reader = reader;
        }

        @Override
        public boolean next(EngineEvent into) {
            if (!reader.next()) {
                reader.requireSound();
                return false;
            }
            reader.copyTo(into);
            return true;
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
