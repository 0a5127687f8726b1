package io.lockstep.launcher.tape.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * Reads lines as slices of one reused array. A compressed file that is cut off or damaged ends there and says so, because what stands
 * before is good. Owned by one thread.
 */
public final class LineReader implements AutoCloseable {
    private static final int LONGEST = 1 << 26;

    private final InputStream in;
    private byte[] bytes = new byte[1 << 17];
    private int lineStart;
    private int lineEnd;
    private int nextStart;
    private int filled;
    private boolean ended;
    private boolean damaged;

    /** Reads from a stream, which it closes. */
    public LineReader(InputStream in) {
        this.in = in;
    }

    /**
     * Moves to the next line.
     *
     * @return false at the end
     * @throws IOException if the stream fails, or a line is longer than 64 MiB
     */
    public boolean next() throws IOException {
        lineStart = nextStart;
        int scanned = lineStart;
        while (true) {
            int newline = indexOfNewline(scanned);
            if (newline >= 0) {
                return take(newline, newline + 1);
            }
            scanned = filled;
            if (ended) {
                return lineStart < filled && take(filled, filled);
            }
            int before = lineStart;
            fill();
            scanned -= before - lineStart;
        }
    }

    /** The array that holds the line, valid until {@link #next()}. */
    public byte[] array() {
        return bytes;
    }

    /** Where the line starts. */
    public int offset() {
        return lineStart;
    }

    /** Length of the line without its end, bytes. */
    public int length() {
        return lineEnd - lineStart;
    }

    /** Whether the file ended before it should have. */
    public boolean isDamaged() {
        return damaged;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean take(int end, int next) {
        boolean carriageReturn = end > lineStart && bytes[end - 1] == '\r';
        lineEnd = carriageReturn ? end - 1 : end;
        nextStart = next;
        return true;
    }

    private int indexOfNewline(int from) {
        for (int i = from; i < filled; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void fill() throws IOException {
        if (lineStart > 0) {
            System.arraycopy(bytes, lineStart, bytes, 0, filled - lineStart);
            filled -= lineStart;
            lineStart = 0;
        }
        if (filled == bytes.length) {
            if (filled >= LONGEST) {
                throw new IOException("line is too long to be text: bytes=" + filled);
            }
            bytes = Arrays.copyOf(bytes, filled * 2);
        }
        int count = read();
        ended = count < 0;
        filled += Math.max(0, count);
    }

    private int read() throws IOException {
        try {
            return in.read(bytes, filled, bytes.length - filled);
        } catch (EOFException | ZipException e) {
            damaged = true;
            return -1;
        }
    }
}
