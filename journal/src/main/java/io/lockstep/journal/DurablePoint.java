package io.lockstep.journal;

import io.lockstep.journal.rollfile.Device;
import io.lockstep.journal.sidefile.MarkFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows up to which record the device vouches. The writer announces each roll file before anybody syncs; {@link #sync} may be called by
 * the writer and by a thread of its own.
 *
 * <p>The number rises only after every file with records up to it, the directory and the mark were forced. The first error is the
 * last word.
 */
final class DurablePoint implements AutoCloseable {
    private final Path directory;
    private final Device device;
    private final MarkFile mark;
    private final LongSupplier lastSequence;
    private final Queue<Path> begun = new ConcurrentLinkedQueue<>();
    private final Queue<Device.Handle> open = new ArrayDeque<>();
    private volatile long sequence;
    private volatile @Nullable JournalFailedException failure;

    DurablePoint(Path directory, Device device, MarkFile mark, LongSupplier lastSequence) {
        this.directory = directory;
        this.device = device;
        this.mark = mark;
        this.lastSequence = lastSequence;
    }

    /** The writer has begun a roll file. */
    void rolledTo(Path file) {
        begun.add(file);
    }

    /**
     * Forces all records appended so far onto the device.
     *
     * @throws JournalFailedException if the device refuses, now or before
     */
    synchronized void sync() {
        requireSound();
        long upTo = lastSequence.getAsLong();
        if (upTo == sequence) {
            return;
        }
        try {
            force();
            sequence = upTo;
        } catch (IOException e) {
            throw fail(new JournalFailedException("journal cannot be synced: directory=" + directory, e));
        }
    }

    private void force() throws IOException {
        boolean rolled = false;
        for (Path file = begun.poll(); file != null; file = begun.poll()) {
            open.add(device.open(file));
            rolled = true;
        }
        if (rolled) {
            try (Device.Handle entries = device.open(directory)) {
                entries.force();
            }
        }
        while (open.size() > 1) {
            try (Device.Handle closed = open.remove()) {
                closed.force();
            }
        }
        for (Device.Handle current : open) {
            current.force();
        }
        mark.force();
    }

    /** Remembers what ended the log, if nothing has before. */
    synchronized JournalFailedException fail(JournalFailedException reason) {
        JournalFailedException first = failure;
        if (first == null) {
            failure = reason;
            return reason;
        }
        return first;
    }

    /**
     * Makes sure that nothing has failed.
     *
     * @throws JournalFailedException what failed first
     */
    void requireSound() {
        JournalFailedException first = failure;
        if (first != null) {
            throw first;
        }
    }

    boolean hasFailed() {
        return failure != null;
    }

    /** Starts out with records known to be on the device. */
    void startAt(long durable) {
        sequence = durable;
    }

    /** Sequence up to which the device vouches. */
    long sequence() {
        return sequence;
    }

    @Override
    public synchronized void close() throws IOException {
        for (Device.Handle handle = open.poll(); handle != null; handle = open.poll()) {
            handle.close();
        }
    }
}
