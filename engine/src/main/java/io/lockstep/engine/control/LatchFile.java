package io.lockstep.engine.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A kill latch in a small file of its own: while the file is there, the latch is set, whatever the file says. It is forced onto the device
 * together with its folder, so it outlives the process, the journal and the machine's next start.
 *
 * <pre>
 *   1792000000000      since, UTC, ms
 *   alice              who
 *   fat finger         why
 *   4711               nonce of the request that goes with it, 0 for none
 * </pre>
 */
public final class LatchFile {
    /** Name of the copy beside a journal. */
    public static final String NAME = "kill.latch";

    private static final int LINES = 3;

    private final Path file;

    /** The latch kept in a file, which need not be there. */
    public LatchFile(Path file) {
        this.file = file;
    }

    /**
     * Who set a latch, when and why.
     *
     * @param sinceMs UTC, ms; 0 where the file does not say
     * @param actor who, one line
     * @param reason why, one line
     * @param nonce of the request that goes with it, by which the two are known to be one kill; 0 for none
     */
    public record Entry(long sinceMs, String actor, String reason, long nonce) {
        /** Keeps each text on its line. */
        public Entry {
            actor = actor.replaceAll("\\R", " ");
            reason = reason.replaceAll("\\R", " ");
        }

        /** An entry that no request goes with. */
        public Entry(long sinceMs, String actor, String reason) {
            this(sinceMs, actor, reason, 0);
        }
    }

    /** Where it is kept. */
    public Path path() {
        return file;
    }

    /** Whether it is set. */
    public boolean isSet() {
        return Files.exists(file);
    }

    /**
     * Sets it and forces it onto the device; one that is set stays as it is.
     *
     * @throws UncheckedIOException if the file cannot be written; it may be set all the same
     */
    public void set(Entry entry) {
        Path folder = folder();
        try {
            Files.createDirectories(folder);
            write(entry);
            force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("kill latch cannot be written: file=" + file, e);
        }
    }

    private void write(Entry entry) throws IOException {
        String text = entry.sinceMs() + "\n" + entry.actor() + "\n" + entry.reason() + "\n" + entry.nonce() + "\n";
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (FileAlreadyExistsException isSetAlready) {
            // the first one to set it is the one to be read
        }
    }

    /** Who set it, when and why; a file that does not say gives time 0 and empty texts. */
    public Entry read() {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.size() >= LINES) {
                long nonce = lines.size() > LINES ? Long.parseLong(lines.get(LINES)) : 0;
                return new Entry(Long.parseLong(lines.get(0)), lines.get(1), lines.get(2), nonce);
            }
        } catch (IOException | NumberFormatException e) {
            // set all the same: only the story is lost
        }
        return new Entry(0, "", "");
    }

    /**
     * Clears it and forces that onto the device.
     *
     * @throws UncheckedIOException if the file cannot be removed; it is still set then
     */
    public void clear() {
        try {
            if (Files.deleteIfExists(file)) {
                force(folder());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("kill latch cannot be removed: file=" + file, e);
        }
    }

    private Path folder() {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("kill latch must be in a folder: file=" + file);
        }
        return parent;
    }

    /** A new directory entry survives a power cut only when its folder was forced too. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
