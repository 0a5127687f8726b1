package io.lockstep.launcher.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;

/**
 * Counts failed attempts at a secret in a file, over processes and restarts, and locks further ones out: after {@value #ALLOWED} failures a
 * minute must pass, and after each further one. A success forgets them. One attempt at a time: others wait for the file's lock.
 */
public final class Attempts {
    /** Failures before the lock. */
    public static final int ALLOWED = 5;

    private static final long LOCK_MS = 60_000;

    private final Path file;

    /** Attempts counted in a file, which need not be there. */
    public Attempts(Path file) {
        this.file = file;
    }

    /** What came of an attempt. */
    public enum Outcome {
        /** It was right. */
        RIGHT,
        /** It was wrong, and is counted. */
        WRONG,
        /** It was not looked at: too many were wrong. */
        LOCKED_OUT
    }

    /**
     * Makes an attempt.
     *
     * @param nowMs UTC, ms
     * @param secretIsRight compares the secret; not called while locked out
     */
    public Outcome attempt(long nowMs, BooleanSupplier secretIsRight) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                return lock.isValid() ? attempt(channel, nowMs, secretIsRight) : Outcome.LOCKED_OUT;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("failed attempts cannot be counted: file=" + file, e);
        }
    }

    private static Outcome attempt(FileChannel channel, long nowMs, BooleanSupplier secretIsRight) throws IOException {
        Failures before = read(channel);
        long age = nowMs - before.lastMs();
        // a clock that was set back must not open the lock
        if (before.count() >= ALLOWED && age < LOCK_MS) {
            return Outcome.LOCKED_OUT;
        }
        // counted before it is compared: ending the process in between gains nothing
        write(channel, new Failures(before.count() + 1, nowMs));
        if (!secretIsRight.getAsBoolean()) {
            return Outcome.WRONG;
        }
        write(channel, new Failures(0, nowMs));
        return Outcome.RIGHT;
    }

    private static Failures read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(64);
        channel.read(bytes, 0);
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
        String[] fields = text.split(" ", -1);
        boolean whole = fields.length == 2 && fields[0].matches("[0-9]{1,9}") && fields[1].matches("[0-9]{1,18}");
        return whole ? new Failures(Integer.parseInt(fields[0]), Long.parseLong(fields[1])) : new Failures(0, 0);
    }

    private static void write(FileChannel channel, Failures failures) throws IOException {
        byte[] text = (failures.count() + " " + failures.lastMs() + "\n").getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text), 0);
        channel.force(true);
    }

    private record Failures(int count, long lastMs) {}
}
