package io.lockstep.launcher.tape;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** A source whose rows are in no order of time, read whole and sorted; rows of the same time keep their order. */
final class SortedSource implements RecordSource {
    private final List<UnsafeBuffer> sorted = new ArrayList<>();
    private final RecordList records = new RecordList();
    private int next;

    /** Reads all of a source and closes it. */
    SortedSource(RecordSource source) throws IOException {
        try (source) {
            while (source.advance()) {
                keep(source.records());
            }
        }
        sorted.sort(Comparator.comparingLong(record -> RecordLayout.timeNs(record, 0)));
    }

    @Override
    public boolean advance() {
        records.clear();
        if (next == sorted.size()) {
            return false;
        }
        UnsafeBuffer record = sorted.get(next++);
        EngineEvent slot = records.claim();
        slot.copyFrom(record, 0, record.capacity());
        records.publish(slot);
        return true;
    }

    @Override
    public RecordList records() {
        return records;
    }

    @Override
    public void close() {
        sorted.clear();
    }

    private void keep(RecordList line) {
        for (int i = 0; i < line.count(); i++) {
            byte[] copy = new byte[RecordLayout.length(line.buffer(), line.offset(i))];
            line.buffer().getBytes(line.offset(i), copy);
            sorted.add(new UnsafeBuffer(copy));
        }
    }
}
