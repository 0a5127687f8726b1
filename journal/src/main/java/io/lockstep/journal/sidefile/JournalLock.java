package io.lockstep.journal.sidefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to write a journal: one holder on this machine, let go by the operating system when the holder dies.
 *
 * <p>Who holds it stands in {@code journal.owner}, a file of its own: on POSIX systems a process loses its lock on a file as soon as
 * it closes <em>any</em> channel to it, so nobody but the holder ever opens {@code journal.lock}.
 */
public final class JournalLock implements AutoCloseable {
    /** Name of the file that is locked. */
    public static final String NAME = "journal.lock";

    /** Name of the file that says who holds the lock. */
    public static final String OWNER_NAME = "journal.owner";

    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private JournalLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * Takes the lock of a journal directory.
     *
     * @throws JournalLockedException if somebody else holds it, in this process or another
     * @throws UncheckedIOException if the lock file cannot be written
     */
    public static JournalLock acquire(Path directory) {
        try {
            Path real = directory.toRealPath();
            if (!HELD_HERE.add(real)) {
                throw new JournalLockedException(real, owner(real));
            }
            try {
                return new JournalLock(real, lock(real));
            } catch (IOException | RuntimeException e) {
                HELD_HERE.remove(real);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock journal: directory=" + directory, e);
        }
    }

    private static FileChannel lock(Path real) throws IOException {
        FileChannel channel = FileChannel.open(real.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new JournalLockedException(real, owner(real));
        }
        Files.writeString(real.resolve(OWNER_NAME), describeMe());
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // held by this process through a class loader of its own
            return null;
        }
    }

    private static String describeMe() throws IOException {
        ProcessHandle me = ProcessHandle.current();
        Instant start = me.info().startInstant().orElse(Instant.EPOCH);
        return "pid=%d, start=%s, host=%s"
                .formatted(me.pid(), start, InetAddress.getLocalHost().getHostName());
    }

    private static String owner(Path real) {
        try {
            return Files.readString(real.resolve(OWNER_NAME)).strip();
        } catch (IOException e) {
            return "unknown (" + e.getMessage() + ")";
        }
    }

    /** Lets the lock go. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release journal lock: directory=" + directory, e);
        } finally {
            HELD_HERE.remove(directory);
        }
    }
}
