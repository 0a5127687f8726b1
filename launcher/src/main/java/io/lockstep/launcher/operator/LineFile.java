package io.lockstep.launcher.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * An append-only file of records, one JSON object and its CRC32C a line: many processes append, each with the file's lock, and each line is
 * on the device when {@link #append} returns. A reader remembers how far it is; a line that is torn or altered is left out and counted.
 *
 * @param <T> what a line holds
 */
final class LineFile<T extends Record> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CRC_DIGITS = 8;
    private static final Set<java.nio.file.attribute.PosixFilePermission> OWNER_ONLY =
            java.nio.file.attribute.PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private final Class<T> type;
    private long position;
    private long damaged;

    LineFile(Path file, Class<T> type) {
        this.file = file;
        this.type = type;
    }

    /** Appends one record and forces it onto the device. */
    void append(T entry) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                protect();
                long end = channel.size();
                // a writer that died within its line must not spoil this one
                String before = end == 0 || !lock.isValid() || endsWithLineFeed(channel, end) ? "" : "\n";
                channel.write(ByteBuffer.wrap((before + line(entry)).getBytes(StandardCharsets.UTF_8)), end);
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("request cannot be written: file=" + file, e);
        }
    }

    /** Records appended since the last call, in their order. */
    List<T> readNew() {
        byte[] bytes = newBytes();
        List<T> entries = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                add(entries, new String(bytes, start, i - start, StandardCharsets.UTF_8));
                start = i + 1;
            }
        }
        position += start;
        return entries;
    }

    /** Lines left out because they are torn or altered. */
    long damaged() {
        return damaged;
    }

    private byte[] newBytes() {
        try {
            if (!Files.exists(file) || Files.size(file) <= position) {
                return new byte[0];
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - position));
                while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
                    // until all of it is here
                }
                return java.util.Arrays.copyOf(bytes.array(), bytes.position());
            }
        } catch (NoSuchFileException gone) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException("requests cannot be read: file=" + file, e);
        }
    }

    private void add(List<T> entries, String line) {
        int cut = line.length() - CRC_DIGITS - 1;
        if (line.isEmpty()) {
            return;
        }
        if (cut <= 0 || !line.substring(cut + 1).equals(crc(line.substring(0, cut)))) {
            damaged++;
            return;
        }
        try {
            entries.add(JSON.readValue(line.substring(0, cut), type));
        } catch (JsonProcessingException e) {
            damaged++;
        }
    }

    private void protect() throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
    }

    private static boolean endsWithLineFeed(FileChannel channel, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, end - 1);
        return last.get(0) == '\n';
    }

    private String line(T entry) {
        try {
            String json = JSON.writeValueAsString(entry);
            return json + "\t" + crc(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("record holds a value JSON cannot: type=" + type, e);
        }
    }

    private static String crc(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(java.util.Locale.ROOT, "%08x", crc.getValue());
    }
}
