package io.lockstep.journal.scan;

import io.lockstep.engine.event.RecordChain;
import io.lockstep.engine.event.RecordChain.Fault;
import io.lockstep.journal.rollfile.Damage;
import io.lockstep.journal.rollfile.DamageKind;
import io.lockstep.journal.rollfile.RollFileScanner;
import io.lockstep.journal.rollfile.RollFileScanner.Step;
import io.lockstep.journal.rollfile.RollFiles;
import io.lockstep.journal.rollfile.RollFiles.RollFile;
import io.lockstep.journal.rollfile.RollPeriod;
import io.lockstep.journal.sidefile.Gap;
import io.lockstep.journal.sidefile.History;
import io.lockstep.journal.sidefile.MarkFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Walks a journal record by record over its roll files, checking each: frame, checksum, sequence, chain, end marks, and at the end that
 * nothing is missing. Stops for good at the first record that cannot be had; notes and passes what is wrong around sound records.
 *
 * <p>A writer may be appending: what looks wrong is looked at twice, and the mark is read before the last look.
 */
public final class RecordWalk implements AutoCloseable {
    private final Path directory;
    private final RollPeriod period;
    private final History history;
    private final FileListener listener;
    private final RecordChain chain;
    private final List<Damage> around = new ArrayList<>();
    private RollFiles files;
    private @Nullable RollFile file;
    private @Nullable RollFileScanner scanner;
    private @Nullable Damage damage;
    private @Nullable Gap nextGap;
    private boolean endMarked;
    private long position;
    private long missing;
    private long missingBefore;

    /** Learns when a roll file is done. */
    public interface FileListener {
        /** Nobody wants to know. */
        FileListener NONE = (file, end, endMarked) -> {};

        /**
         * A file was read to its end and there is a later one.
         *
         * @param end position behind its last record
         * @param endMarked whether the end mark stands there, as it must
         */
        void onDone(RollFile file, long end, boolean endMarked);
    }

    /**
     * Begins in front of the first record kept.
     *
     * @param directory of the journal
     * @param period of its roll files
     * @param history where it begins and what it lacks
     * @param listener learns when a file is done
     * @throws java.io.UncheckedIOException if the directory cannot be read
     */
    public RecordWalk(Path directory, RollPeriod period, History history, FileListener listener) {
        this.directory = directory;
        this.period = period;
        this.history = history;
        this.listener = listener;
        this.files = RollFiles.list(directory, period);
        this.chain = new RecordChain(history.base().sequence(), history.base().chain());
        this.file = files.firstFrom(history.base().firstCycle());
        this.nextGap = history.gapFrom(chain.sequence());
        passGap();
    }

    /** Goes to the beginning of a roll file, taking its first record's word for what was before. */
    public void startAt(RollFile start, long sequenceBefore, long chainBefore) {
        file = start;
        missing = 0;
        chain.reset(sequenceBefore, chainBefore);
        nextGap = history.gapFrom(sequenceBefore + 1);
    }

    /** Moves to the next record; false at the end, or at {@link #damage}. A later call looks again for what was appended. */
    public boolean next() {
        while (damage == null) {
            RollFileScanner records = scanner();
            if (records == null) {
                return false;
            }
            Step step = records.next();
            if (step == Step.DAMAGED) {
                step = records.reread();
            }
            if (step == Step.RECORD) {
                return accept(records);
            }
            if (step == Step.DAMAGED) {
                return stop(records.damage(), records);
            }
            endMarked = step == Step.END_OF_FILE;
            if (!(endMarked ? pastEndMark(records) : pastEnd(records))) {
                return false;
            }
        }
        return false;
    }

    /** The scanner of the file to read; null when there is no file. */
    private @Nullable RollFileScanner scanner() {
        if (file == null) {
            boolean behind = isBehindMark();
            relist();
            file = files.firstFrom(history.base().firstCycle());
            if (file == null && behind) {
                damage = new Damage(DamageKind.MISSING_RECORDS, chain.sequence() + 1, MarkFile.NAME, 0);
            }
        }
        if (scanner == null && file != null) {
            scanner = new RollFileScanner(file.path(), period.layout());
        }
        return scanner;
    }

    private boolean accept(RollFileScanner records) {
        Fault fault = chain.accept(records.buffer(), records.offset(), records.length());
        if (fault != Fault.NONE && records.reread() == Step.RECORD) {
            fault = chain.accept(records.buffer(), records.offset(), records.length());
        }
        if (fault != Fault.NONE) {
            return stop(DamageKind.of(fault), records);
        }
        position = records.position();
        records.accept();
        missingBefore = missing;
        missing = 0;
        passGap();
        return true;
    }

    private void passGap() {
        for (Gap gap = nextGap; gap != null && gap.after() == chain.sequence(); gap = nextGap) {
            chain.reset(gap.resume() - 1, gap.chain());
            missing += gap.missing();
            nextGap = history.gapFrom(gap.resume() - 1);
        }
    }

    private boolean stop(DamageKind kind, RollFileScanner at) {
        damage = new Damage(kind, chain.sequence() + 1, name(at.file()), at.position());
        return false;
    }

    /** At an end mark: whether there is another file to go on with. */
    private boolean pastEndMark(RollFileScanner records) {
        boolean behind = isBehindMark();
        RollFile later = later(behind);
        if (later == null) {
            return behind && stop(DamageKind.MISSING_RECORDS, records);
        }
        goOn(later, records.position(), true);
        return true;
    }

    /** At an end without a mark: whether there is more after all. */
    private boolean pastEnd(RollFileScanner records) {
        boolean behind = isBehindMark();
        RollFile later = later(behind);
        if (later == null && !behind) {
            return false;
        }
        if (records.reread() != Step.END) {
            return true;
        }
        if (later == null || !follows(later)) {
            return stop(DamageKind.MISSING_RECORDS, records);
        }
        around.add(Damage.around(DamageKind.END_MARK, name(records.file()), records.position()));
        goOn(later, records.position(), false);
        return true;
    }

    private boolean follows(RollFile later) {
        return RollFileHead.read(later, period.layout())
                .map(head -> head.sequence() == chain.sequence() + 1)
                .orElse(false);
    }

    private boolean isBehindMark() {
        return MarkFile.read(directory)
                .map(mark -> mark.sequence() > chain.sequence())
                .orElse(false);
    }

    private void relist() {
        files = RollFiles.list(directory, period);
    }

    /** The next file; the directory is listed again where the mark says that there is more. */
    private @Nullable RollFile later(boolean behind) {
        int from = Objects.requireNonNull(file).cycle() + 1;
        if (behind && files.firstFrom(from) == null) {
            relist();
        }
        return files.firstFrom(from);
    }

    private void goOn(RollFile later, long end, boolean marked) {
        listener.onDone(Objects.requireNonNull(file), end, marked);
        close();
        file = later;
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** The scanner that holds the current record. */
    public RollFileScanner record() {
        return Objects.requireNonNull(scanner, "no record yet");
    }

    /** Position of the current record's document header in its file. */
    public long position() {
        return position;
    }

    /** Number of sequences that a repair gave up between the record before and this one. */
    public long missingBefore() {
        return missingBefore;
    }

    /** Last sequence used up: the current record's, or the last one of a gap behind it. */
    public long sequence() {
        return chain.sequence();
    }

    /** The chain to go on from. */
    public long chain() {
        return chain.value();
    }

    /** The record that cannot be had; null while all is well. */
    public @Nullable Damage damage() {
        return damage;
    }

    /** What is wrong around sound records so far. */
    public List<Damage> around() {
        return around;
    }

    /** Where the walk has stopped in its file: behind the last record, or at what cannot be read. */
    public long end() {
        return record().position();
    }

    /** Whether the walk has stopped at an end mark. */
    public boolean isEndMarked() {
        return endMarked;
    }

    /** The file being read; null in an empty journal. */
    public @Nullable RollFile file() {
        return file;
    }

    /** The roll files as last listed. */
    public RollFiles files() {
        return files;
    }

    @Override
    public void close() {
        if (scanner != null) {
            scanner.close();
            scanner = null;
        }
    }
}
