package io.lockstep.engine.port;

import io.lockstep.engine.event.RecordChain;
import io.lockstep.engine.event.RecordLayout;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/** An event log that keeps its records on the heap: for tests of whatever writes to a log. */
public final class InMemoryEventLog implements EventLog {
    private final List<byte[]> records = new ArrayList<>();
    private long lastSequence;
    private long lastChain;
    private long durableSequence;

    @Override
    public void append(DirectBuffer buffer, int offset, int length) {
        long sequence = RecordLayout.sequence(buffer, offset);
        if (sequence != lastSequence + 1 || length != RecordLayout.length(buffer, offset)) {
            throw new IllegalArgumentException("not the next sealed record: sequence=" + sequence + ", lastSequence="
                    + lastSequence + ", length=" + length);
        }
        byte[] copy = new byte[length];
        buffer.getBytes(offset, copy);
        records.add(copy);
        lastSequence = sequence;
        lastChain = RecordChain.after(buffer, offset);
    }

    @Override
    public void sync() {
        durableSequence = lastSequence;
    }

    @Override
    public long lastSequence() {
        return lastSequence;
    }

    @Override
    public long lastChain() {
        return lastChain;
    }

    @Override
    public long durableSequence() {
        return durableSequence;
    }

    /** Copies of all records in their order. */
    public List<byte[]> records() {
        return List.copyOf(records);
    }

    @Override
    public void close() {
        sync();
    }
}
