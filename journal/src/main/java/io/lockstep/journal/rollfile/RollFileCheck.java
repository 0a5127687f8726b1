package io.lockstep.journal.rollfile;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.journal.rollfile.RollFiles.RollFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks what stands around the records of one roll file: its size, the queue's own documents, and that nothing stands behind the end.
 *
 * <p>Call {@link #begin}, {@link #onRecord} for each record, then {@link #check}. One thread.
 */
public final class RollFileCheck {
    private static final int LEAST_OVERLAP = 64 * 1024;
    private static final int OVERLAP_SHARE = 4;
    private static final int CHUNK = 1 << 16;
    private static final int HALF_WRITTEN = StoreLayout.HEADER_BYTES + RecordLayout.MAX_LENGTH;
    private static final ByteBuffer ZEROS = ByteBuffer.allocate(CHUNK).asReadOnlyBuffer();

    private final IndexCheck index;
    private final long blockBytes;
    private long records;

    /**
     * @param layout of the files
     * @param blockBytes step by which they grow; 0 when it is not known
     */
    public RollFileCheck(StoreLayout layout, long blockBytes) {
        this.index = new IndexCheck(layout);
        this.blockBytes = blockBytes;
    }

    /** Begins another file. */
    public void begin() {
        index.reset();
        records = 0;
    }

    /**
     * Notes a sound record.
     *
     * @param position of its document header
     * @param length of the record, bytes
     */
    public void onRecord(long position, int length) {
        index.onRecord(position, length);
        records++;
    }

    /** Number of records noted. */
    public long records() {
        return records;
    }

    /** Position behind the last record, or behind the index page that it called for. */
    public long end(long behindLastRecord) {
        return index.end(behindLastRecord);
    }

    /**
     * Checks a file whose records have all been noted.
     *
     * @param end position behind the last record, where the end mark stands if there is one
     * @param endMarked whether it does
     * @param settled whether its writer left it in peace; else its newest numbers are left out and one document may stand half
     *     written behind the end
     * @return what is wrong
     * @throws UncheckedIOException if it cannot be read
     */
    public List<Damage> check(RollFile file, long end, boolean endMarked, boolean settled) {
        List<Damage> found = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            if (!isPossibleSize(channel.size())) {
                found.add(Damage.around(DamageKind.FILE_SIZE, file.name(), channel.size()));
            }
            long wrong = index.firstDifference(channel, settled);
            if (wrong >= 0) {
                boolean header = wrong < StoreLayout.INDEX_OF_INDEXES;
                DamageKind kind = header ? DamageKind.STORE_HEADER : DamageKind.INDEX;
                found.add(Damage.around(kind, file.name(), wrong));
            }
            long behind = endMarked ? end + StoreLayout.END_MARK_BYTES : end;
            long notZero = firstNotZero(channel, settled ? behind : behind + HALF_WRITTEN);
            if (notZero >= 0) {
                found.add(Damage.around(DamageKind.NOT_ZERO, file.name(), notZero));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot check roll file: file=" + file.path(), e);
        }
        return found;
    }

    /**
     * Whether anything but one half-written document stands behind the end of a file that is not settled.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public boolean hasMoreBehind(RollFile file, long end) {
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            return firstNotZero(channel, end + HALF_WRITTEN) >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot check roll file: file=" + file.path(), e);
        }
    }

    /** The queue maps whole blocks and an overlap, so a file has no other sizes. */
    private boolean isPossibleSize(long size) {
        long overlap = Math.max(LEAST_OVERLAP, blockBytes / OVERLAP_SHARE);
        return blockBytes == 0 || size > overlap && (size - overlap) % blockBytes == 0;
    }

    private static long firstNotZero(FileChannel channel, long from) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        for (long at = from; channel.read(chunk.clear(), at) > 0; at += chunk.limit()) {
            chunk.flip();
            int nonZero = chunk.mismatch(ZEROS.slice(0, chunk.limit()));
            if (nonZero >= 0) {
                return at + nonZero;
            }
        }
        return -1;
    }

    /**
     * Puts a killed writer's newest file into the state in which its writer would have left it: no half-written document, exact index.
     *
     * @param end position behind the last record
     * @param ended whether an end mark is to stand there
     * @throws UncheckedIOException if it cannot be written
     */
    public void restore(RollFile file, long end, boolean ended) {
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (!ended) {
                channel.write(ZEROS.slice(0, HALF_WRITTEN), end);
            }
            index.restore(channel);
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot restore roll file: file=" + file.path(), e);
        }
    }
}
