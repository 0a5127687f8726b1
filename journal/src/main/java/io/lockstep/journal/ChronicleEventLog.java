package io.lockstep.journal;

import io.lockstep.engine.event.RecordChain;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EventLog;
import io.lockstep.engine.port.LogPoint;
import io.lockstep.journal.rollfile.Device;
import io.lockstep.journal.sidefile.Mark;
import io.lockstep.journal.upkeep.FreeSpace;
import io.lockstep.journal.upkeep.PageToucher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptAppender;
import org.agrona.DirectBuffer;

/**
 * The event log on Chronicle Queue.
 *
 * <pre>{@code
 * try (ChronicleEventLog log = ChronicleEventLog.open(directory, settings)) {
 *     RecordChain chain = new RecordChain(log.lastSequence(), log.lastChain());
 *     chain.seal(event.buffer(), 0);
 *     log.append(event.buffer(), 0, event.length());
 * }
 * }</pre>
 *
 * <p>A record goes into the roll file of its own event time, so the same events give the same files. Opening takes the journal's lock,
 * reads the whole journal and refuses a damaged one. Appending is for one thread and allocates nothing but where a roll file begins or
 * grows by a block. {@link #sync}, {@link #trim} and the getters may be called by any thread.
 */
public final class ChronicleEventLog implements EventLog {
    private final OpenedJournal journal;
    private final ExcerptAppender appender;
    private final DurablePoint durable;
    private final JournalUpkeep upkeep;
    private final AtomicLong lastSequence;
    private final Bytes<?> scratch = Bytes.allocateDirect(RecordLayout.MAX_LENGTH);
    private long recordsPerFile = 1;
    private long lastChain;
    private int cycle = Integer.MIN_VALUE;
    private boolean closed;

    private ChronicleEventLog(OpenedJournal journal, Device device) {
        this.journal = journal;
        this.appender = journal.queue().createAppender();
        // one thread at a time, but not for ever the same: who opens a journal may hand it over
        appender.singleThreadedCheckDisabled(true);
        scratch.singleThreadedCheckDisabled(true);
        this.lastSequence = new AtomicLong(journal.lastSequence());
        this.lastChain = journal.lastChain();
        this.durable = new DurablePoint(journal.directory(), device, journal.mark(), lastSequence::get);
        durable.startAt(journal.lastSequence());
        this.upkeep = new JournalUpkeep(journal.directory(), journal.settings(), durable);
    }

    /**
     * Opens a journal for appending, a new one where there is none.
     *
     * @param directory of the journal; made if missing
     * @param settings how to keep it
     * @throws IllegalStateException if the JVM was started without flags that are needed
     * @throws io.lockstep.journal.sidefile.JournalLockedException if somebody else writes it
     * @throws JournalDamagedException if it is not what was written
     * @throws IllegalArgumentException if the settings do not fit what is there
     * @throws java.io.UncheckedIOException if its files cannot be read or written
     */
    public static ChronicleEventLog open(Path directory, JournalSettings settings) {
        return open(directory, settings, Device.REAL);
    }

    /**
     * Opens a tape for appending: a roll file takes as many records as told, whatever time they span, so that twenty years of daily bars do
     * not become thousands of files. Else as {@link #open(Path, JournalSettings)}.
     *
     * @param recordsPerFile least number of records of a roll file, positive
     */
    public static ChronicleEventLog openTape(Path directory, JournalSettings settings, long recordsPerFile) {
        ChronicleEventLog log = open(directory, settings);
        log.recordsPerFile = recordsPerFile;
        return log;
    }

    /**
     * Opens a journal that exists, with the roll files it was begun with, whatever the settings say about them. Else as
     * {@link #open(Path, JournalSettings)}.
     */
    public static ChronicleEventLog openExisting(Path directory, JournalSettings settings) {
        Mark mark = JournalDamagedException.soundFacts(directory).requireMark();
        long blockBytes = mark.blockBytes() == 0 ? settings.blockBytes() : mark.blockBytes();
        return open(directory, settings.withRollEvery(mark.period()).withBlockBytes(blockBytes));
    }

    /**
     * Begins a journal that goes on behind another one: sequence and hash chain continue. Else as {@link #open(Path, JournalSettings)}.
     *
     * @param directory of the new journal; holds none yet
     * @param end where the other one ends
     */
    public static ChronicleEventLog beginBehind(Path directory, JournalSettings settings, LogPoint end) {
        OpenedJournal.begin(directory, settings, end);
        return open(directory, settings);
    }

    static ChronicleEventLog open(Path directory, JournalSettings settings, Device device) {
        JvmFlags.require();
        OpenedJournal journal = OpenedJournal.open(directory, settings);
        try {
            ChronicleEventLog log = new ChronicleEventLog(journal, device);
            log.upkeep.start();
            return log;
        } catch (RuntimeException | Error e) {
            journal.close(false);
            throw e;
        }
    }

    @Override
    public void append(DirectBuffer buffer, int offset, int length) {
        durable.requireSound();
        long sequence = RecordLayout.sequence(buffer, offset);
        if (sequence != lastSequence.getPlain() + 1 || length != RecordLayout.length(buffer, offset)) {
            throw new IllegalArgumentException("not the next sealed record: sequence=" + sequence + ", lastSequence="
                    + lastSequence.getPlain() + ", length=" + length);
        }
        // the division costs a tenth of all the rest: only tapes pay for it
        if (recordsPerFile == 1 || (sequence - 1) % recordsPerFile == 0) {
            journal.clock().advanceTo(RecordLayout.timeNs(buffer, offset));
        }
        try {
            scratch.clear();
            scratch.write(buffer.byteArray(), buffer.wrapAdjustment() + offset, length);
            appender.writeBytes(scratch);
        } catch (RuntimeException | Error e) {
            throw durable.fail(
                    new JournalFailedException("record cannot be appended: sequence=" + sequence, new IOException(e)));
        }
        if (appender.cycle() != cycle) {
            rolled();
        }
        lastChain = RecordChain.after(buffer, offset);
        journal.mark().append(sequence, lastChain);
        // last, so that a sync which sees this record has been told of its file
        lastSequence.lazySet(sequence);
    }

    private void rolled() {
        cycle = appender.cycle();
        Path file = journal.rollFile(cycle);
        durable.rolledTo(file);
        upkeep.follow(file);
    }

    @Override
    public void sync() {
        durable.sync();
    }

    /**
     * Deletes the oldest roll files as far as the settings' {@code keepFiles} and {@code keepBytes} allow; never the newest file.
     *
     * @param neededFrom first sequence that must stay, as of the oldest snapshot
     * @return number of files deleted
     */
    public int trim(long neededFrom) {
        return new JournalTrim(journal.directory()).trim(journal.settings(), Math.min(neededFrom, lastSequence.get()));
    }

    @Override
    public long lastSequence() {
        return lastSequence.get();
    }

    /** {@inheritDoc} Read by the writer only. */
    @Override
    public long lastChain() {
        return lastChain;
    }

    @Override
    public long durableSequence() {
        return durable.sequence();
    }

    /** How much room the journal's file system has left. */
    public FreeSpace freeSpace() {
        return upkeep.freeSpace();
    }

    /** What touches pages ahead of the writer; its counters. */
    public PageToucher pageToucher() {
        return upkeep.pageToucher();
    }

    /**
     * Stops the threads, forces everything onto the device and leaves the journal in peace. After a failure it only lets go.
     *
     * @throws JournalFailedException if the device refuses
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        upkeep.close();
        try {
            if (!durable.hasFailed()) {
                durable.sync();
            }
        } finally {
            scratch.releaseLast();
            appender.close();
            release();
        }
    }

    private void release() {
        boolean inPeace = !durable.hasFailed();
        try {
            durable.close();
        } catch (IOException e) {
            throw new JournalFailedException("journal cannot be closed: directory=" + journal.directory(), e);
        } finally {
            journal.close(inPeace);
        }
    }
}
