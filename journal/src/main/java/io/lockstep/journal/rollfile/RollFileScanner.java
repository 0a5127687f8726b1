package io.lockstep.journal.rollfile;

import io.lockstep.engine.event.RecordLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Walks the records of one roll file by their document headers. Takes nothing for granted: whatever is not a record of ours, zeros or
 * the end mark is damage, and nothing is ever waited for.
 *
 * <p>Reads in large steps, so a writer may be appending: at {@link Step#END} a later call looks again. A record half visible at
 * the moment of reading looks like damage; {@link #reread} looks at the same place with fresh eyes, and real damage stays.
 * One thread; allocates nothing per record.
 */
public final class RollFileScanner implements AutoCloseable {
    private static final int CHUNK = 256 * 1024;
    private static final int ROOM = (int) StoreLayout.align(StoreLayout.HEADER_BYTES + RecordLayout.MAX_LENGTH);

    private final Path file;
    private final StoreLayout layout;
    private final FileChannel channel;
    private final byte[] chunk;
    private final ByteBuffer view;
    private final UnsafeBuffer buffer;
    private long chunkPosition;
    private int chunkLength;
    private long next;
    private long records;
    private int offset;
    private int length;
    private DamageKind damage = DamageKind.DOCUMENT_HEADER;
    private boolean indexDue;
    private boolean atEnd;
    private boolean torn;

    /**
     * Opens a roll file in front of its first record.
     *
     * @throws UncheckedIOException if it cannot be opened
     */
    public RollFileScanner(Path file, StoreLayout layout) {
        this(file, layout, CHUNK);
    }

    private RollFileScanner(Path file, StoreLayout layout, int chunkBytes) {
        this.chunk = new byte[chunkBytes];
        this.view = ByteBuffer.wrap(chunk);
        this.buffer = new UnsafeBuffer(chunk);
        this.file = file;
        this.layout = layout;
        this.next = layout.firstRecord();
        try {
            this.channel = FileChannel.open(file, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read roll file: file=" + file, e);
        }
    }

    /** Opens a roll file for a look at a few records only. */
    public static RollFileScanner glance(Path file, StoreLayout layout) {
        return new RollFileScanner(file, layout, 2 * ROOM);
    }

    /** What a step found. */
    public enum Step {
        /** A record's frame; whether its content is right is the chain's to say. */
        RECORD,
        /** Nothing more, yet. */
        END,
        /** The end mark: nothing more ever. */
        END_OF_FILE,
        /** Something that the queue never writes; see {@link #damage}. */
        DAMAGED
    }

    /** Moves to the next record. */
    public Step next() {
        if (indexDue && !skipIndex()) {
            return end();
        }
        int header = headerAt(next);
        if (header == StoreLayout.END_MARK) {
            return endMark();
        }
        return isComplete(header) ? record(header) : end();
    }

    /** Forgets what was read and takes the step again from where it began. */
    public Step reread() {
        chunkLength = 0;
        return next();
    }

    /** The page's place and length are known, so a damaged page hides no record. */
    private boolean skipIndex() {
        long behind = layout.indexEnd(next);
        if (!isComplete(headerAt(next)) && !isComplete(headerAt(behind))) {
            return false;
        }
        next = behind;
        indexDue = false;
        return true;
    }

    private static boolean isComplete(int header) {
        return header != 0 && (header & StoreLayout.NOT_COMPLETE) == 0;
    }

    private Step end() {
        torn = headerAt(next) != 0;
        chunkLength = 0;
        atEnd = true;
        return Step.END;
    }

    private Step endMark() {
        boolean whole = headerAt(next + StoreLayout.HEADER_BYTES) == StoreLayout.END_MARK_BODY;
        return whole ? Step.END_OF_FILE : damaged(DamageKind.END_MARK);
    }

    private Step record(int header) {
        boolean possible = header >= RecordLayout.BODY_OFFSET && header <= RecordLayout.MAX_LENGTH;
        if (!possible || !load(next, StoreLayout.HEADER_BYTES + header)) {
            return damaged(DamageKind.DOCUMENT_HEADER);
        }
        if (!isPaddedWithZeros(header)) {
            return damaged(DamageKind.PADDING);
        }
        int start = (int) (next - chunkPosition) + StoreLayout.HEADER_BYTES;
        if (RecordLayout.length(buffer, start) != header) {
            return damaged(DamageKind.LENGTH);
        }
        offset = start;
        length = header;
        atEnd = false;
        return Step.RECORD;
    }

    /** Whether only zeros follow a record up to where the next can begin; a file cut off within them has lost none of it. */
    private boolean isPaddedWithZeros(int recordLength) {
        int rounded = (int) StoreLayout.align(recordLength);
        if (!load(next, StoreLayout.HEADER_BYTES + rounded)) {
            return load(next, StoreLayout.HEADER_BYTES + recordLength);
        }
        int start = (int) (next - chunkPosition) + StoreLayout.HEADER_BYTES;
        for (int i = start + recordLength; i < start + rounded; i++) {
            if (chunk[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Moves behind the record that {@link #next} found, once it was accepted. */
    public void accept() {
        next += StoreLayout.HEADER_BYTES + StoreLayout.align(length);
        indexDue = layout.indexFollows(++records);
    }

    private Step damaged(DamageKind kind) {
        damage = kind;
        return Step.DAMAGED;
    }

    /** Document header at a position, 0 where the file ends. */
    private int headerAt(long position) {
        return load(position, StoreLayout.HEADER_BYTES) ? buffer.getInt((int) (position - chunkPosition)) : 0;
    }

    private boolean load(long position, int count) {
        if (!isLoaded(position, count)) {
            read(position, atEnd ? ROOM : chunk.length);
        }
        return isLoaded(position, count);
    }

    private boolean isLoaded(long position, int count) {
        return position >= chunkPosition && position + count <= chunkPosition + chunkLength;
    }

    private void read(long position, int count) {
        try {
            chunkPosition = position;
            chunkLength = 0;
            view.clear().limit(count);
            while (view.hasRemaining() && channel.read(view, position + chunkLength) > 0) {
                chunkLength = view.position();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read roll file: file=" + file + ", offset=" + position, e);
        }
    }

    /** The bytes that hold the current record; valid until the next step. */
    public DirectBuffer buffer() {
        return buffer;
    }

    /** Where in {@link #buffer} the current record begins. */
    public int offset() {
        return offset;
    }

    /** Length of the current record, bytes. */
    public int length() {
        return length;
    }

    /** Position in the file of the document that the last step looked at. */
    public long position() {
        return next;
    }

    /** What the last step found wrong. */
    public DamageKind damage() {
        return damage;
    }

    /** Whether the last {@link Step#END} stood before a document that somebody has begun and not finished. */
    public boolean isTorn() {
        return torn;
    }

    /** The file that is read. */
    public Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close roll file: file=" + file, e);
        }
    }
}
