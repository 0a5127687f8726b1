package io.lockstep.journal.repair;

import io.lockstep.journal.rollfile.Damage;
import io.lockstep.journal.rollfile.RollFiles;
import io.lockstep.journal.rollfile.RollFiles.RollFile;
import io.lockstep.journal.rollfile.RollPeriod;
import io.lockstep.journal.scan.JournalScan;
import io.lockstep.journal.sidefile.Gap;
import io.lockstep.journal.sidefile.History;
import io.lockstep.journal.sidefile.JournalLock;
import io.lockstep.journal.sidefile.Mark;
import io.lockstep.journal.sidefile.MarkFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a damaged journal one that can be appended to again, without losing evidence.
 *
 * <ul>
 *   <li>A record that cannot be had: its roll file and all later ones go to {@code quarantine/}; the sound records before it stay, in a
 *       rebuilt file. The sequences given up are noted in the history, so that none is used twice.
 *   <li>Damage around sound records: the file is rebuilt with all its records, the old one goes to quarantine.
 *   <li>A damaged side file is written anew from what the records say.
 * </ul>
 *
 * <p>Behind a gap, appending goes on in a new roll file. A repair cut short can simply be run again.
 */
public final class JournalRepair {
    private static final long UNKNOWN_BLOCK = 0;

    private final Path directory;
    private final Quarantine quarantine;
    private final JournalScan scan;
    private final RollPeriod period;

    private JournalRepair(Path directory, Quarantine quarantine) {
        this.directory = directory;
        this.quarantine = quarantine;
        this.scan = JournalScan.of(directory);
        this.period = scan.facts().period();
    }

    /**
     * Repairs a journal; does nothing to a sound one.
     *
     * @throws io.lockstep.journal.sidefile.JournalLockedException if somebody is writing it
     * @throws UncheckedIOException if files cannot be moved or written
     */
    public static RepairReport repair(Path directory) {
        JournalLock lock = JournalLock.acquire(directory);
        try {
            return repairLocked(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot repair journal: directory=" + directory, e);
        } finally {
            lock.close();
        }
    }

    private static RepairReport repairLocked(Path directory) throws IOException {
        JournalScan found = JournalScan.of(directory);
        if (found.damages().isEmpty()) {
            return new RepairReport(List.of(), "", List.of(), Optional.empty(), found.records(), found.sequence());
        }
        Quarantine quarantine = new Quarantine(directory);
        new HistorySalvage(directory, quarantine).run();
        return new JournalRepair(directory, quarantine).run(found.damages());
    }

    private RepairReport run(List<Damage> found) throws IOException {
        Damage lost = scan.recordDamage();
        long seen = highestSequence();
        try (RollFileRebuild rebuild = new RollFileRebuild(directory, period, blockBytes())) {
            if (lost != null) {
                takeFrom(scan.lastFile(), rebuild);
            }
            for (String name : around()) {
                replace(name, rebuild);
            }
        }
        Optional<Gap> gap = Optional.ofNullable(lost).map(damage -> gap(damage, seen));
        History history = scan.facts().history();
        gap.ifPresent(given -> history.with(given).write(directory));
        long last = gap.map(Gap::resume).orElse(scan.sequence() + 1) - 1;
        writeMark(last, history.base().records() + scan.records());
        requireSound();
        RepairReport report = new RepairReport(found, quarantine.name(), quarantine.files(), gap, scan.records(), last);
        quarantine.report(report.text());
        return report;
    }

    /** Keeps the sound records of the file that holds the damage, and takes out what follows. */
    private void takeFrom(@Nullable RollFile damaged, RollFileRebuild rebuild) throws IOException {
        if (damaged == null) {
            return;
        }
        if (scan.lastFileRecords() > 0) {
            quarantine.exchange(damaged.name(), rebuild.rebuild(damaged, scan.lastFileRecords(), true));
        } else {
            quarantine.take(damaged.name());
        }
        for (RollFile later : filesFrom(damaged.cycle() + 1)) {
            quarantine.take(later.name());
        }
    }

    /** Files that are damaged around sound records, by name. */
    private Set<String> around() {
        Set<String> names = new LinkedHashSet<>();
        for (Damage damage : scan.damages()) {
            if (!damage.kind().hitsRecord() && Files.exists(directory.resolve(damage.file()))) {
                names.add(damage.file());
            }
        }
        return names;
    }

    private void replace(String name, RollFileRebuild rebuild) throws IOException {
        RollFile file = filesFrom(scan.facts().history().base().firstCycle()).stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElse(null);
        if (file != null) {
            boolean ended = !file.equals(scan.lastFile());
            quarantine.exchange(name, rebuild.rebuild(file, Long.MAX_VALUE, ended));
        } else if (name.endsWith(RollPeriod.SUFFIX)) {
            quarantine.take(name);
        } else {
            quarantine.keep(name);
        }
    }

    private Gap gap(Damage lost, long seen) {
        RollFile damaged = scan.lastFile();
        int kept = scan.lastFileRecords() > 0 ? 1 : 0;
        int firstCycle = damaged == null ? scan.facts().history().base().firstCycle() : damaged.cycle() + kept;
        long used = Math.max(Math.max(seen, lost.sequence()), markedSequence());
        return new Gap(scan.sequence(), used + 1, scan.chain(), firstCycle, lost.kind());
    }

    /** Highest sequence of any record that is whole, wherever it stands: none may be used again. */
    private long highestSequence() {
        long highest = 0;
        RollFile damaged = scan.lastFile();
        if (damaged != null) {
            for (RollFile file : filesFrom(damaged.cycle())) {
                highest = Math.max(highest, WholeRecords.highestSequence(file, period.layout()));
            }
        }
        return highest;
    }

    private List<RollFile> filesFrom(int cycle) {
        return RollFiles.list(directory, period).files().stream()
                .filter(file -> file.cycle() >= cycle)
                .toList();
    }

    private long markedSequence() {
        Mark mark = scan.facts().mark();
        return mark == null ? 0 : mark.sequence();
    }

    private long blockBytes() {
        Mark mark = scan.facts().mark();
        return mark == null ? UNKNOWN_BLOCK : mark.blockBytes();
    }

    private void writeMark(long sequence, long records) {
        MarkFile.create(directory, new Mark(period, blockBytes(), sequence, scan.chain(), records, false))
                .close();
    }

    private void requireSound() {
        List<Damage> left = JournalScan.of(directory).damages();
        if (!left.isEmpty()) {
            throw new IllegalStateException("repair left damage: " + left.get(0).describe());
        }
    }
}
