package io.lockstep.launcher.tape;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EventPublisher;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.collections.IntArrayList;

/** Takes the events of one line, as many as there are, and keeps them as records until the next line. Owned by one thread. */
final class RecordList implements EventPublisher {
    private final EngineEvent slot = new EngineEvent();
    private final ExpandableArrayBuffer bytes = new ExpandableArrayBuffer(1 << 16);
    private final IntArrayList offsets = new IntArrayList();
    private int end;

    /** Forgets all records. */
    void clear() {
        offsets.clear();
        end = 0;
    }

    @Override
    public EngineEvent tryClaim() {
        return slot;
    }

    @Override
    public EngineEvent claim() {
        return slot;
    }

    @Override
    public void publish(EngineEvent event) {
        offsets.addInt(end);
        bytes.putBytes(end, event.buffer(), 0, event.length());
        end += event.length();
    }

    /** Number of records. */
    int count() {
        return offsets.size();
    }

    /** The bytes of all records. */
    DirectBuffer buffer() {
        return bytes;
    }

    /** Where a record's frame starts. */
    int offset(int index) {
        return offsets.getInt(index);
    }

    /** Event time of the first record, UTC, nanoseconds. */
    long firstTimeNs() {
        return RecordLayout.timeNs(bytes, offset(0));
    }
}
