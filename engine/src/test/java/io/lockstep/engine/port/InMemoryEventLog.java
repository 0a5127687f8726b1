package io.lockstep.engine.port;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordChain;
import io.lockstep.engine.event.RecordLayout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** An event log in memory, for tests: keeps every byte, reads back what it holds, can be cut off. Allocates only when it grows. */
public final class InMemoryEventLog implements EventLog {
    private UnsafeBuffer stored;
    private int[] offsets;
    private int count;
    private int end;
    private LogPoint base = LogPoint.BEGINNING;
    private long chain;
    private long durable;

    /** An empty log that grows as needed. */
    public InMemoryEventLog() {
        this(1 << 16, 256);
    }

    /**
     * An empty log with room for what is to come, so that appending allocates nothing.
     *
     * @param bytes bytes of all records together
     * @param records number of records
     */
    public InMemoryEventLog(int bytes, int records) {
        stored = new UnsafeBuffer(new byte[bytes]);
        offsets = new int[records + 1];
    }

    /** An empty log that goes on from a place. */
    public static InMemoryEventLog at(LogPoint place) {
        InMemoryEventLog log = new InMemoryEventLog();
        log.base = place;
        log.chain = place.chain();
        return log;
    }

    /** Where the next record goes. */
    public LogPoint end() {
        return new LogPoint(lastSequence(), chain);
    }

    /** A copy that ends after the first {@code records} records, as a crash may leave it. */
    public InMemoryEventLog firstRecords(int records) {
        InMemoryEventLog copy = at(base);
        for (int i = 0; i < records; i++) {
            copy.append(stored, offsets[i], offsets[i + 1] - offsets[i]);
        }
        return copy;
    }

    /** Number of records. */
    public int count() {
        return count;
    }

    /** The bytes of each record. */
    public List<byte[]> records() {
        return IntStream.range(0, count).mapToObj(this::record).toList();
    }

    /** The bytes of one record, from 0. */
    public byte[] record(int index) {
        return Arrays.copyOfRange(stored.byteArray(), offsets[index], offsets[index + 1]);
    }

    /** A view of one record, from 0; valid until the log grows. */
    public DirectBuffer view(int index) {
        return new UnsafeBuffer(stored, offsets[index], offsets[index + 1] - offsets[index]);
    }

    /** SBE template id of one record, from 0. */
    public int templateId(int index) {
        return RecordLayout.templateId(stored, offsets[index]);
    }

    /** The bytes of all records. */
    public byte[] bytes() {
        return Arrays.copyOf(stored.byteArray(), end);
    }

    /** Reads the records held now, from the first. */
    public RecordSource source() {
        int records = count;
        int[] next = new int[1];
        return new RecordSource() {
            @Override
            public boolean next(EngineEvent into) {
                if (next[0] == records) {
                    return false;
                }
                int offset = offsets[next[0]++];
                into.copyFrom(stored, offset, RecordLayout.length(stored, offset));
                return true;
            }

            @Override
            public LogPoint start() {
                return base;
            }
        };
    }

    @Override
    public void append(DirectBuffer buffer, int offset, int length) {
        if (RecordLayout.sequence(buffer, offset) != base.sequence() + count + 1L
                || RecordLayout.length(buffer, offset) != length) {
            throw new IllegalArgumentException(
                    "not the next sealed record: sequence=" + RecordLayout.sequence(buffer, offset) + ", lastSequence="
                            + lastSequence() + ", length=" + length);
        }
        if (end + length > stored.capacity()) {
            stored = new UnsafeBuffer(Arrays.copyOf(stored.byteArray(), Math.max(end + length, 2 * stored.capacity())));
        }
        if (count + 1 == offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        stored.putBytes(end, buffer, offset, length);
        chain = RecordChain.after(stored, end);
        end += length;
        offsets[++count] = end;
    }

    @Override
    public void sync() {
        durable = lastSequence();
    }

    @Override
    public long lastSequence() {
        return count == 0 ? base.sequence() : RecordLayout.sequence(stored, offsets[count - 1]);
    }

    @Override
    public long lastChain() {
        return chain;
    }

    @Override
    public long durableSequence() {
        return durable;
    }

    @Override
    public void close() {
        sync();
    }
}
