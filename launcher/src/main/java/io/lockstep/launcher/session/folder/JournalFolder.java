package io.lockstep.launcher.session.folder;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.LogPoint;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.journal.JournalReader;
import io.lockstep.journal.JournalVerifier;
import io.lockstep.journal.Verification;
import io.lockstep.journal.epoch.EpochFolder;
import io.lockstep.journal.sidefile.JournalLock;
import io.lockstep.journal.sidefile.MarkFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a run keeps what it saw and decided. An epoch that ended is a folder of the same form.
 *
 * <pre>
 *   FOLDER/inputs      Chronicle queue of inputs
 *   FOLDER/decisions   Chronicle queue of decisions
 *   FOLDER/epochs/N    the same of epochs that ended
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

    /** Epochs of this run, oldest first, this folder with the current one last. */
    public List<JournalFolder> epochs() {
        EpochFolder epochs = layout();
        List<JournalFolder> all = new ArrayList<>();
        epochs.ended().forEach(number -> all.add(new JournalFolder(epochs.ended(number))));
        all.add(this);
        return all;
    }

    /**
     * Looks whether each epoch that is there goes on where the one before it ends.
     *
     * @return the first one that does not, in words; empty if all do
     * @throws io.lockstep.journal.JournalDamagedException if a side file is damaged
     */
    public String brokenLink() {
        List<JournalFolder> epochs = epochs();
        for (int i = 1; i < epochs.size(); i++) {
            JournalFolder before = epochs.get(i - 1);
            JournalFolder epoch = epochs.get(i);
            boolean linked = end(before.inputs()).equals(start(epoch.inputs()))
                    && end(before.decisions()).equals(start(epoch.decisions()));
            if (!linked) {
                return "an epoch is missing, or not what followed: " + epoch.path() + " does not go on where "
                        + before.path() + " ends";
            }
        }
        return "";
    }

    private static LogPoint start(Path queue) {
        try (JournalReader reader = JournalReader.open(queue)) {
            return reader.start();
        }
    }

    private static LogPoint end(Path queue) {
        Verification found = JournalVerifier.verify(queue);
        return new LogPoint(found.lastSequence(), found.lastChain());
    }

    /** The files of the epochs. */
    public EpochFolder layout() {
        return new EpochFolder(path);
    }

    /** Whether anything has been journaled here. */
    public boolean exists() {
        return Files.isDirectory(inputs()) || layout().isChanging();
    }

    /** Whether inputs have a mark: a process that died before it wrote one had journaled nothing. */
    public boolean isBegun() {
        return Files.exists(inputs().resolve(MarkFile.NAME));
    }

    /**
     * This folder, if a run has been journaled here. A change of epochs that was cut short is finished first.
     *
     * @throws IllegalArgumentException if not
     * @throws io.lockstep.journal.sidefile.JournalLockedException if a change of epochs is under way
     */
    public JournalFolder require() {
        if (!exists()) {
            throw new IllegalArgumentException("no journal here: " + path);
        }
        if (layout().isChanging()) {
            JournalLock lock = JournalLock.acquire(path);
            try {
                layout().finish();
            } finally {
                lock.close();
            }
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
    public static Recording open(Path queue) {
        return open(queue, 0);
    }

    /** A reader of one queue from a sequence on. */
    public static Recording open(Path queue, long fromSequence) {
        return new Recording(JournalReader.open(queue, fromSequence));
    }

    /** One queue as a source of events. */
    public static final class Recording implements RecordSource, AutoCloseable {
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
        public LogPoint start() {
            return reader.start();
        }

        @Override
        public boolean isClosed() {
            return reader.isClosed();
        }

        /** Whether a repair gave up records of it. */
        public boolean hasGaps() {
            return !reader.gaps().isEmpty();
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
