package io.lockstep.launcher.tape;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.journal.SealedLog;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Appends copies of records to a tape. Time on a tape never goes back. Owned by one thread. */
public final class TapeWriter implements AutoCloseable {
    private final SealedLog log;
    private final UnsafeBuffer record = new UnsafeBuffer(new byte[RecordLayout.MAX_LENGTH]);
    private long lastTimeNs = Long.MIN_VALUE;
    private long clockSteps;
    private long written;

    TapeWriter(SealedLog log) {
        this.log = log;
    }

    /** Appends a copy of the record at {@code offset}; one from before the last record gets that one's time, and is counted. */
    void write(DirectBuffer source, int offset) {
        record.putBytes(0, source, offset, RecordLayout.length(source, offset));
        long timeNs = RecordLayout.timeNs(record, 0);
        if (timeNs < lastTimeNs) {
            clockSteps++;
            RecordLayout.timeNs(record, 0, lastTimeNs);
        } else {
            lastTimeNs = timeNs;
        }
        written = log.append(record, 0);
    }

    /** Records that came with a time before the one they follow. */
    long clockSteps() {
        return clockSteps;
    }

    /** Records on the tape. */
    long written() {
        return written;
    }

    @Override
    public void close() {
        log.close();
    }
}
