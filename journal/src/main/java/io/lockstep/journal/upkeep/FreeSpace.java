package io.lockstep.journal.upkeep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.NanoClock;

/**
 * How much room the journal's file system has left, for the risk gate to read before each order. A disk that runs full under a mapped
 * file is no exception one could catch but an asynchronous {@code InternalError}, so trading stops far before that.
 *
 * <p>Sampled every second on the thread that runs the agent; {@link #state} is one volatile read on any thread. Where space
 * cannot be read, it counts as used up.
 */
public final class FreeSpace implements Agent {
    private static final long INTERVAL_NS = TimeUnit.SECONDS.toNanos(1);
    private static final int PERCENT = 100;

    private final Probe probe;
    private final NanoClock clock;
    private final long lowBytes;
    private final int lowPercent;
    private final long criticalBytes;
    private volatile State state = State.OK;
    private volatile long freeBytes = Long.MAX_VALUE;
    private final AtomicLong samples = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong changes = new AtomicLong();
    private long nextNs;

    /** What the free space allows. */
    public enum State {
        /** Enough. */
        OK,
        /** Take no new risk. */
        LOW,
        /** Stop while the journal can still be written. */
        CRITICAL
    }

    /** The file system that is watched. */
    public interface Probe {
        /**
         * Bytes that this process may still write.
         *
         * @throws IOException if that cannot be had
         */
        long usableBytes() throws IOException;

        /**
         * Size of the file system, bytes.
         *
         * @throws IOException if that cannot be had
         */
        long totalBytes() throws IOException;

        /**
         * The file system a folder is on.
         *
         * @throws UncheckedIOException if that cannot be found
         */
        static Probe of(Path directory) {
            try {
                return new StoreProbe(Files.getFileStore(directory));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot find the journal's file system: directory=" + directory, e);
            }
        }
    }

    private record StoreProbe(FileStore store) implements Probe {
        @Override
        public long usableBytes() throws IOException {
            return store.getUsableSpace();
        }

        @Override
        public long totalBytes() throws IOException {
            return store.getTotalSpace();
        }
    }

    /**
     * @param probe what to watch
     * @param clock monotonic, decides when to sample again
     * @param lowBytes free bytes below which the state is {@link State#LOW}
     * @param lowPercent free share below which it is {@link State#LOW}, percent
     * @param criticalBytes free bytes below which it is {@link State#CRITICAL}
     */
    public FreeSpace(Probe probe, NanoClock clock, long lowBytes, int lowPercent, long criticalBytes) {
        this.probe = probe;
        this.clock = clock;
        this.lowBytes = lowBytes;
        this.lowPercent = lowPercent;
        this.criticalBytes = criticalBytes;
        sample();
        this.nextNs = clock.nanoTime() + INTERVAL_NS;
    }

    @Override
    public int doWork() {
        if (clock.nanoTime() - nextNs < 0) {
            return 0;
        }
        nextNs = clock.nanoTime() + INTERVAL_NS;
        sample();
        return 1;
    }

    private void sample() {
        State now = judge();
        samples.incrementAndGet();
        if (now != state) {
            state = now;
            changes.incrementAndGet();
        }
    }

    private State judge() {
        try {
            long free = probe.usableBytes();
            freeBytes = free;
            if (free < criticalBytes) {
                return State.CRITICAL;
            }
            boolean low = free < lowBytes || free / PERCENT * PERCENT < probe.totalBytes() / PERCENT * lowPercent;
            return low ? State.LOW : State.OK;
        } catch (IOException e) {
            failures.incrementAndGet();
            return State.CRITICAL;
        }
    }

    /** What the free space allows. */
    public State state() {
        return state;
    }

    /** Free bytes at the last sample. */
    public long freeBytes() {
        return freeBytes;
    }

    /** Number of samples taken. */
    public long samples() {
        return samples.get();
    }

    /** Number of samples that could not be taken. */
    public long failures() {
        return failures.get();
    }

    /** Number of times the state has changed. */
    public long changes() {
        return changes.get();
    }

    @Override
    public String roleName() {
        return "journal-free-space";
    }
}
