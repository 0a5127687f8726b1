package io.lockstep.engine.event;

import java.util.Arrays;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Several records one behind the other in a preallocated buffer: the intents, derived facts or decisions one event caused.
 *
 * <pre>{@code
 * int offset = records.claim();                          // where the next record's frame starts
 * encoder.wrapAndApplyHeader(records.buffer(), offset + MESSAGE_OFFSET, header);
 * records.commit(encoder.limit(), timeNs);
 * }</pre>
 *
 * <p>Written by one handler and read by the next. Room is a fixed number of bytes, the same in every slot, so that what is refused does not
 * depend on the slot. Memory for it may be taken as needed: a ring has thousands of slots, and few events cause much. Only
 * {@link #claimAlways}, for what must not be refused, goes beyond the room.
 */
public final class RecordBuffer {
    private static final int ALIGNMENT = 8;

    private final UnsafeBuffer buffer;
    private final int room;
    private int end;
    private int count;

    /** @param room bytes for all records of one event, at least {@link RecordLayout#MAX_LENGTH} */
    public RecordBuffer(int room) {
        this(room, room);
    }

    /**
     * A buffer that begins smaller than its room.
     *
     * @param room as above
     * @param taken bytes taken at once, at least {@link RecordLayout#MAX_LENGTH}; the rest when an event first needs it
     */
    public RecordBuffer(int room, int taken) {
        this.room = room;
        this.buffer = new UnsafeBuffer(new byte[taken]);
    }

    /** Forgets all records. */
    public void clear() {
        end = 0;
        count = 0;
    }

    /** Whether one more record of any length fits. */
    public boolean hasRoom() {
        return end + RecordLayout.MAX_LENGTH <= room;
    }

    /**
     * Offset of the frame of the next record; encode its message behind {@link RecordLayout#MESSAGE_OFFSET}.
     *
     * @throws IllegalStateException if there is no room
     */
    public int claim() {
        if (!hasRoom()) {
            throw new IllegalStateException("record buffer is full: used=" + end + ", records=" + count);
        }
        return claimAlways();
    }

    /** Offset of the frame of the next record, which is given room in any case. */
    public int claimAlways() {
        if (end + RecordLayout.MAX_LENGTH > buffer.capacity()) {
            buffer.wrap(Arrays.copyOf(buffer.byteArray(), 2 * buffer.capacity()));
        }
        return end;
    }

    /**
     * Completes the record at {@link #claim()} or {@link #claimAlways()}.
     *
     * @param messageEnd index behind the last byte of its message
     * @param timeNs its event time, UTC, nanoseconds
     */
    public void commit(int messageEnd, long timeNs) {
        RecordLayout.length(buffer, end, messageEnd - end);
        RecordLayout.timeNs(buffer, end, timeNs);
        end = messageEnd + ALIGNMENT - 1 & -ALIGNMENT;
        count++;
    }

    /** Appends a copy of another buffer's record, which is given room in any case. */
    public void copy(RecordBuffer source, int offset) {
        int length = RecordLayout.length(source.buffer, offset);
        int start = claimAlways();
        buffer.putBytes(start, source.buffer, offset, length);
        commit(start + length, RecordLayout.timeNs(source.buffer, offset));
    }

    /** Forgets the records before {@code offset}; those behind it move to the front. */
    public void discardBefore(int offset) {
        for (int at = 0; at < offset; at = next(at)) {
            count--;
        }
        buffer.putBytes(0, buffer, offset, end - offset);
        end -= offset;
    }

    /** The bytes of all records. */
    public MutableDirectBuffer buffer() {
        return buffer;
    }

    /** Number of records. */
    public int count() {
        return count;
    }

    /** Offset of the first record. */
    public int first() {
        return 0;
    }

    /** Offset behind the last record. */
    public int end() {
        return end;
    }

    /** Offset of the record behind the one at {@code offset}; equal to {@link #end()} when there is none. */
    public int next(int offset) {
        return offset + RecordLayout.length(buffer, offset) + ALIGNMENT - 1 & -ALIGNMENT;
    }
}
