package io.lockstep.launcher.tape;

import io.lockstep.engine.event.RecordChain;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EventLog;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Seals records and appends them to a tape. Time on a tape never goes back. Owned by one thread. */
final class TapeWriter {
    private final EventLog log;
    private final RecordChain chain;
    private final UnsafeBuffer record = new UnsafeBuffer(new byte[RecordLayout.MAX_LENGTH]);
    private long lastTimeNs = Long.MIN_VALUE;
    private long clockSteps;

    TapeWriter(EventLog log) {
        this.log = log;
        this.chain = new RecordChain(log.lastSequence(), log.lastChain());
    }

    /** Appends a copy of the record at {@code offset}; one from before the last record gets that one's time, and is counted. */
    void write(DirectBuffer source, int offset) {
        int length = RecordLayout.length(source, offset);
        record.putBytes(0, source, offset, length);
        long timeNs = RecordLayout.timeNs(record, 0);
        if (timeNs < lastTimeNs) {
            clockSteps++;
            RecordLayout.timeNs(record, 0, lastTimeNs);
        } else {
            lastTimeNs = timeNs;
        }
        chain.seal(record, 0);
        log.append(record, 0, length);
    }

    /** Records that came with a time before the one they follow. */
    long clockSteps() {
        return clockSteps;
    }

    /** Records on the tape. */
    long written() {
        return chain.sequence();
    }
}
