package io.lockstep.journal.rollfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A live roll file mapped a second time, beside its writer's mapping: where the writer is, and a way to touch pages ahead of it.
 * Maps no further than the file reaches, for mapping beyond would make it grow. One thread.
 */
public final class RollFileWindow implements AutoCloseable {
    private static final long WINDOW = 64L << 20;

    private final Path file;
    private final FileChannel channel;
    private final MappedByteBuffer header;
    private final UnsafeBuffer headerBuffer;
    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private @Nullable MappedByteBuffer mapped;
    private long start;

    /**
     * Maps the header.
     *
     * @throws IOException if the file cannot be mapped
     */
    public RollFileWindow(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.header = channel.map(FileChannel.MapMode.READ_ONLY, 0, StoreLayout.INDEX_OF_INDEXES);
        this.headerBuffer = new UnsafeBuffer(header);
    }

    /**
     * Bytes of a roll file that are used, up to the end of the last document it says it has.
     *
     * @throws IOException if the file cannot be read
     */
    public static long usedBytes(Path file) throws IOException {
        ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.read(number, StoreLayout.LAST_DOCUMENT);
            long last = number.getLong(0);
            channel.read(number.clear().limit(Integer.BYTES), last);
            int length = number.getInt(0) & ~StoreLayout.END_MARK;
            return Math.min(channel.size(), StoreLayout.align(last + StoreLayout.HEADER_BYTES + length));
        }
    }

    /** Position of the last document that was written. */
    public long writePosition() {
        return headerBuffer.getLongVolatile(StoreLayout.LAST_DOCUMENT);
    }

    /**
     * Size of the file, bytes.
     *
     * @throws IOException if it cannot be had
     */
    public long size() throws IOException {
        return channel.size();
    }

    /**
     * Makes the kernel provide a page, without changing it.
     *
     * @param position start of a page, below {@link #size}
     * @throws IOException if that part of the file cannot be mapped
     * @throws InternalError if the file system has no room for the page
     */
    public void touch(long position) throws IOException {
        if (mapped == null || position < start || position >= start + buffer.capacity()) {
            map(position / WINDOW * WINDOW, position);
        }
        buffer.compareAndSetInt((int) (position - start), 0, 0);
    }

    private void map(long from, long needed) throws IOException {
        unmap();
        long length = Math.min(WINDOW, channel.size() - from);
        if (needed >= from + length) {
            throw new IOException("page is behind the end of the file: file=" + file + ", position=" + needed);
        }
        MappedByteBuffer next = channel.map(FileChannel.MapMode.READ_WRITE, from, length);
        mapped = next;
        start = from;
        buffer.wrap(next);
    }

    private void unmap() {
        MappedByteBuffer old = mapped;
        if (old != null) {
            mapped = null;
            buffer.wrap(0, 0);
            IoUtil.unmap(old);
        }
    }

    @Override
    public void close() {
        unmap();
        IoUtil.unmap(header);
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close roll file: file=" + file, e);
        }
    }
}
