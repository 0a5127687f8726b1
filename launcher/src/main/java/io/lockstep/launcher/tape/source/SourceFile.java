package io.lockstep.launcher.tape.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * One text to import: a file, a gzip file, or one entry of a zip file.
 *
 * @param path the file
 * @param entry the entry of a zip file, else null
 * @param size bytes to read, for progress: of the file, or of the unpacked entry; 0 if unknown
 */
public record SourceFile(Path path, @Nullable String entry, long size) {
    private static final int BUFFER = 1 << 16;
    private static final int ZIP = 'P' << 8 | 'K';
    private static final int GZIP = 0x1F8B;

    /**
     * The texts in these files, in the files' order; a zip file's entries in theirs.
     *
     * @throws IOException if a file cannot be read
     */
    public static List<SourceFile> of(List<Path> files) throws IOException {
        List<SourceFile> sources = new ArrayList<>();
        for (Path file : files) {
            if (magic(file) == ZIP) {
                addEntries(file, sources);
            } else {
                sources.add(new SourceFile(file, null, Files.size(file)));
            }
        }
        return sources;
    }

    /** The name that tells what is inside: the entry's if there is one, without folders. */
    public String name() {
        String name = entry == null ? path.toString() : entry;
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** The whole place, for messages. */
    public String place() {
        return entry == null ? path.toString() : path + "!" + entry;
    }

    /**
     * Opens the text.
     *
     * @param read told how many further bytes of {@link #size()} were read
     */
    public InputStream open(LongConsumer read) throws IOException {
        if (entry != null) {
            return new Counted(openEntry(path, entry), read);
        }
        InputStream raw = new Counted(new BufferedInputStream(Files.newInputStream(path), BUFFER), read);
        return magic(path) == GZIP ? new GZIPInputStream(raw, BUFFER) : raw;
    }

    private static InputStream openEntry(Path path, String entry) throws IOException {
        ZipFile zip = new ZipFile(path.toFile());
        ZipEntry found = zip.getEntry(entry);
        if (found == null) {
            zip.close();
            throw new IOException("entry is gone: file=" + path + ", entry=" + entry);
        }
        return new FilterInputStream(zip.getInputStream(found)) {
            @Override
            public void close() throws IOException {
                zip.close();
            }
        };
    }

    private static void addEntries(Path file, List<SourceFile> sources) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .forEach(entry -> sources.add(new SourceFile(file, entry.getName(), Math.max(0, entry.getSize()))));
        }
    }

    private static int magic(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() << 8 | in.read();
        }
    }

    /** Reports what is read through it. */
    private static final class Counted extends FilterInputStream {
        private final LongConsumer read;

        Counted(InputStream in, LongConsumer read) {
            super(in);
            this.read = read;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            read.accept(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            read.accept(Math.max(0, count));
            return count;
        }
    }
}
