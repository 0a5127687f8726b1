package io.lockstep.launcher.tape;

import io.lockstep.engine.event.RecordChain;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.journal.ChronicleEventLog;
import io.lockstep.journal.JournalSettings;
import io.lockstep.journal.rollfile.RollPeriod;
import java.nio.file.Path;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Appends copies of records to a tape. Time on a tape never goes back. Owned by one thread.
 *
 * <p>A roll file is named for the day of its first record and takes many days: twenty years of daily bars must not become thousands of
 * files.
 */
public final class TapeWriter implements AutoCloseable {
    private static final long RECORDS_PER_FILE = 50_000_000L;

    private final ChronicleEventLog log;
    private final RecordChain chain;
    private final UnsafeBuffer record = new UnsafeBuffer(new byte[RecordLayout.MAX_LENGTH]);
    private long lastTimeNs = Long.MIN_VALUE;
    private long clockSteps;

    private TapeWriter(Path folder) {
        JournalSettings settings = JournalSettings.defaults().withRollEvery(RollPeriod.DAY);
        log = ChronicleEventLog.openTape(folder, settings, RECORDS_PER_FILE);
        chain = new RecordChain(log.lastSequence(), log.lastChain());
    }

    /** Makes a tape in a new or empty folder. */
    static TapeWriter open(Path folder) {
        return new TapeWriter(folder);
    }

    /** Appends a copy of the record at {@code offset}; one from before the last record gets that one's time, and is counted. */
    public void write(DirectBuffer source, int offset) {
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
    public long clockSteps() {
        return clockSteps;
    }

    /** Records on the tape. */
    public long written() {
        return chain.sequence();
    }

    @Override
    public void close() {
        log.close();
    }
}
