package io.lockstep.journal;

import io.lockstep.engine.port.LogPoint;
import io.lockstep.journal.rollfile.Device;
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
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journal that was found sound, put right after a killed writer, and opened through Chronicle, under our lock.
 *
 * <p>Chronicle's own {@code metadata.cq4t} is deleted first. It holds nothing that is not known better here, but it does hold Chronicle's
 * write lock as a process id: after a kill inside an append, a process with the same id (in a container, always 1) would wait
 * 15 s and then refuse. Whoever holds our lock knows that nobody else is writing.
 */
final class OpenedJournal {
    private static final Logger LOG = LoggerFactory.getLogger(OpenedJournal.class);
    private static final String METADATA = "metadata.cq4t";

    /** Up to which period Chronicle knows that files have end marks; else it looks at every period since the first. */
    private static final String END_MARKED_TO = "normalisedEOFsTo";

    private final Path directory;
    private final JournalSettings settings;
    private final JournalLock lock;
    private final MarkFile mark;
    private final RollClock clock;
    private final SingleChronicleQueue queue;
    private final long lastSequence;
    private final long lastChain;

    private OpenedJournal(Path directory, JournalSettings settings, JournalLock lock) {
        this.directory = directory;
        this.settings = settings;
        this.lock = lock;
        JournalScan found = check();
        this.lastSequence = found.sequence();
        this.lastChain = found.chain();
        this.clock = new RollClock(floorMs(found));
        this.queue = openQueue(clock, found.lastFile());
        this.mark = MarkFile.create(
                directory,
                new Mark(
                        settings.rollEvery(),
                        found.facts().requireMark().blockBytes(),
                        lastSequence,
                        lastChain,
                        found.facts().history().base().records() + found.records(),
                        false));
    }

    static OpenedJournal open(Path directory, JournalSettings settings) {
        makeDirectory(directory);
        JournalLock lock = JournalLock.acquire(directory);
        try {
            return new OpenedJournal(directory, settings, lock);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    /** Writes the side files of a journal without records that continues another one. */
    static void begin(Path directory, JournalSettings settings, LogPoint end) {
        makeDirectory(directory);
        new History(new History.Base(end.sequence(), end.chain(), 0, 0), List.of()).write(directory);
        Mark mark = new Mark(settings.rollEvery(), settings.blockBytes(), end.sequence(), end.chain(), 0, true);
        MarkFile.create(directory, mark).close();
    }

    /** A journal is nobody else's business: its directory is for its owner alone, where the file system knows owners. */
    private static void makeDirectory(Path directory) {
        try {
            if (Files.isDirectory(directory)) {
                return;
            }
            Files.createDirectories(directory);
            PosixFileAttributeView view = Files.getFileAttributeView(directory, PosixFileAttributeView.class);
            if (view != null) {
                view.setPermissions(PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make journal: directory=" + directory, e);
        }
    }

    private JournalScan check() {
        boolean fresh = !Files.exists(directory.resolve(MarkFile.NAME))
                && RollFiles.names(directory).isEmpty();
        if (fresh) {
            Mark beginning = new Mark(settings.rollEvery(), settings.blockBytes(), 0, 0, 0, false);
            MarkFile.create(directory, beginning).close();
        }
        new JournalTrim(directory).finish();
        JournalScan found = soundScan();
        Mark before = found.facts().requireMark();
        requireSameFiles(before);
        return before.closed() ? found : putRight(found);
    }

    private JournalScan soundScan() {
        JournalScan found = JournalScan.of(directory);
        JournalDamagedException.requireNone(found.damages());
        return found;
    }

    private void requireSameFiles(Mark before) {
        boolean sameBlocks = before.blockBytes() == 0 || before.blockBytes() == settings.blockBytes();
        if (before.period() != settings.rollEvery() || !sameBlocks) {
            throw new IllegalArgumentException(
                    "fixed once a journal exists: rollEvery=%s (journal has %s), blockBytes=%d (journal has %d)"
                            .formatted(
                                    settings.rollEvery(), before.period(), settings.blockBytes(), before.blockBytes()));
        }
    }

    /** Does for a killed writer what it did not come to do. */
    private JournalScan putRight(JournalScan scan) {
        JournalScan found = scan;
        RollFile newest = found.lastFile();
        try {
            if (newest != null && found.lastFileRecords() == 0) {
                LOG.warn(
                        "deleted a roll file that a killed writer had begun and put no record in: file={}",
                        newest.name());
                Files.delete(newest.path());
                found = soundScan();
                newest = found.lastFile();
            }
            if (newest != null) {
                found.restoreLastFile();
            }
            forceAll();
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot put journal right: directory=" + directory, e);
        }
    }

    private void forceAll() throws IOException {
        for (RollFile file : RollFiles.list(directory, settings.rollEvery()).files()) {
            Device.force(file.path());
        }
        Device.force(directory);
    }

    /** Start of the first period that may be appended to. */
    private long floorMs(JournalScan found) {
        RollPeriod period = settings.rollEvery();
        RollFile newest = found.lastFile();
        int floor = found.facts().history().base().firstCycle();
        for (Gap gap : found.facts().history().gaps()) {
            floor = Math.max(floor, gap.firstCycle());
        }
        if (newest != null) {
            floor = Math.max(floor, found.isEndMarked() ? newest.cycle() + 1 : newest.cycle());
        }
        return period.startMs(Math.max(0, floor));
    }

    private SingleChronicleQueue openQueue(RollClock clock, @Nullable RollFile newest) {
        deleteMetadata();
        SingleChronicleQueue opened = SingleChronicleQueueBuilder.binary(directory.toFile())
                .rollCycle(settings.rollEvery().rollCycle())
                .blockSize(settings.blockBytes())
                .timeProvider(clock)
                .build();
        if (newest != null) {
            opened.tableStorePut(END_MARKED_TO, newest.cycle());
        }
        return opened;
    }

    private void deleteMetadata() {
        try {
            Files.deleteIfExists(directory.resolve(METADATA));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + METADATA + ": directory=" + directory, e);
        }
    }

    Path directory() {
        return directory;
    }

    JournalSettings settings() {
        return settings;
    }

    SingleChronicleQueue queue() {
        return queue;
    }

    RollClock clock() {
        return clock;
    }

    MarkFile mark() {
        return mark;
    }

    long lastSequence() {
        return lastSequence;
    }

    long lastChain() {
        return lastChain;
    }

    /** The roll file of a period. */
    Path rollFile(int cycle) {
        return directory.resolve(settings.rollEvery().fileName(cycle));
    }

    /**
     * Closes everything and lets the lock go.
     *
     * @param inPeace whether everything appended is known to be stored
     */
    void close(boolean inPeace) {
        try {
            queue.close();
            if (inPeace) {
                deleteMetadata();
                mark.state(true);
                mark.force();
            }
        } catch (IOException e) {
            throw new JournalFailedException("journal cannot be closed: directory=" + directory, e);
        } finally {
            mark.close();
            lock.close();
        }
    }
}
