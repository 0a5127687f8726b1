package io.lockstep.journal.scan;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.journal.rollfile.Damage;
import io.lockstep.journal.rollfile.DamageKind;
import io.lockstep.journal.rollfile.RollFileCheck;
import io.lockstep.journal.rollfile.RollFiles;
import io.lockstep.journal.rollfile.RollFiles.RollFile;
import io.lockstep.journal.sidefile.History;
import io.lockstep.journal.sidefile.Mark;
import io.lockstep.journal.sidefile.MarkFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One reading of a whole journal: its records through {@link RecordWalk}, each of its files through {@link RollFileCheck}. */
public final class JournalScan {
    private static final long NS_PER_MS = 1_000_000;

    private final JournalFacts facts;
    private final RollFileCheck check;
    private final List<Damage> damages;
    private long records;
    private @Nullable Damage recordDamage;
    private @Nullable RollFile lastFile;
    private long end;
    private boolean endMarked;
    private long sequence;
    private long chain;

    private JournalScan(Path directory) {
        this.facts = JournalFacts.read(directory);
        Mark mark = facts.mark();
        this.check = new RollFileCheck(facts.period().layout(), mark == null ? 0 : mark.blockBytes());
        this.damages = new ArrayList<>(facts.damages());
    }

    /**
     * Reads a journal, also while it is written.
     *
     * @throws java.io.UncheckedIOException if its files cannot be read
     */
    public static JournalScan of(Path directory) {
        JournalScan scan = new JournalScan(directory);
        while (!scan.isDone(directory)) {
            scan = new JournalScan(directory);
        }
        return scan;
    }

    /** Reads; false when a writer opened or trimmed the journal meanwhile, so that the side files have to be read again. */
    private boolean isDone(Path directory) {
        try (RecordWalk walk = new RecordWalk(directory, facts.period(), facts.history(), this::fileDone)) {
            read(walk);
        } catch (UncheckedIOException e) {
            if (!facts.isOutdated(directory)) {
                throw e;
            }
        }
        return !facts.isOutdated(directory);
    }

    private void read(RecordWalk walk) {
        while (walk.next()) {
            records++;
            if (check.records() == 0) {
                checkPeriod(walk);
            }
            check.onRecord(walk.position(), walk.record().length());
        }
        sequence = walk.sequence();
        chain = walk.chain();
        recordDamage = walk.damage();
        lastFile = walk.file();
        damages.addAll(walk.around());
        if (recordDamage == null) {
            checkLastFile(walk);
            checkMark();
        }
        checkNames(walk.files());
    }

    private void fileDone(RollFile file, long fileEnd, boolean marked) {
        if (marked) {
            damages.addAll(check.check(file, fileEnd, true, true));
        }
        check.begin();
    }

    private void checkLastFile(RecordWalk walk) {
        RollFile file = lastFile;
        if (file == null) {
            return;
        }
        endMarked = walk.isEndMarked();
        end = endMarked ? walk.end() : check.end(walk.end());
        if (check.records() == 0 && !isClosed()) {
            // a writer killed while it made the file leaves it without a record, and without anything behind
            if (check.hasMoreBehind(file, end)) {
                noteHole(file, walk);
            }
            return;
        }
        for (Damage found : check.check(file, end, endMarked, isClosed())) {
            if (found.kind() == DamageKind.NOT_ZERO && !isClosed()) {
                noteHole(file, walk);
            } else {
                damages.add(found);
            }
        }
    }

    /** Something stands behind the end. Unless it was appended just now, there is a hole, and it can no longer be reached. */
    private void noteHole(RollFile file, RecordWalk walk) {
        if (!walk.next()) {
            recordDamage = new Damage(DamageKind.MISSING_RECORDS, sequence + 1, file.name(), end);
        }
    }

    /** A file is begun for the record that first falls into its period, or behind a gap. */
    private void checkPeriod(RecordWalk walk) {
        RollFile file = Objects.requireNonNull(walk.file());
        long timeNs = RecordLayout.timeNs(walk.record().buffer(), walk.record().offset());
        boolean behindGap = facts.history().gaps().stream().anyMatch(gap -> gap.firstCycle() == file.cycle());
        if (!behindGap && facts.period().cycleAt(Math.max(0, timeNs) / NS_PER_MS) != file.cycle()) {
            damages.add(Damage.around(DamageKind.FILE_NAME, file.name(), 0));
        }
    }

    private void checkMark() {
        Mark mark = facts.mark();
        if (mark == null) {
            return;
        }
        boolean same = mark.sequence() == sequence && mark.chain() == chain;
        boolean complete = mark.records() == facts.history().base().records() + records;
        if (isClosed() ? !same || !complete : mark.sequence() == sequence && mark.chain() != chain) {
            damages.add(Damage.around(DamageKind.MARK, MarkFile.NAME, 0));
        }
    }

    private void checkNames(RollFiles files) {
        for (String stranger : files.strangers()) {
            damages.add(Damage.around(DamageKind.FILE_NAME, stranger, 0));
        }
        for (RollFile file : files.files()) {
            History.Base base = facts.history().base();
            boolean before = file.cycle() < base.firstCycle();
            if (before && !RollFileHead.isTrimmed(file, facts.period().layout(), base.sequence())) {
                damages.add(Damage.around(DamageKind.FILE_NAME, file.name(), 0));
            }
        }
    }

    private boolean isClosed() {
        Mark mark = facts.mark();
        return mark != null && mark.closed();
    }

    /** Number of sound records, from the first one kept. */
    public long records() {
        return records;
    }

    /** Last sound record, or the last sequence of a gap that a repair left behind it. */
    public long sequence() {
        return sequence;
    }

    /** Hash chain to go on from behind {@link #sequence}. */
    public long chain() {
        return chain;
    }

    /** The first record that cannot be had; null when all can. */
    public @Nullable Damage recordDamage() {
        return recordDamage;
    }

    /** All that is wrong, first the record that cannot be had. */
    public List<Damage> damages() {
        List<Damage> all = new ArrayList<>(damages);
        if (recordDamage != null) {
            all.add(0, recordDamage);
        }
        return all;
    }

    /** What the side files say. */
    public JournalFacts facts() {
        return facts;
    }

    /** Newest roll file that was reached; null when there is none. */
    public @Nullable RollFile lastFile() {
        return lastFile;
    }

    /** Number of sound records that {@link #lastFile} holds. */
    public long lastFileRecords() {
        return check.records();
    }

    /** Whether {@link #lastFile} has its end mark. */
    public boolean isEndMarked() {
        return endMarked;
    }

    /** Puts the newest file of a sound journal right after its writer was killed; an end mark that nothing followed is taken back. */
    public void restoreLastFile() {
        RollFile file = Objects.requireNonNull(lastFile);
        boolean ended = facts.history().gaps().stream().anyMatch(gap -> gap.firstCycle() > file.cycle());
        check.restore(file, end, ended);
        endMarked = ended;
    }
}
