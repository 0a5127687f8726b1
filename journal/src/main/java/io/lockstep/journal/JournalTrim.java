package io.lockstep.journal;

import io.lockstep.journal.rollfile.RollFiles;
import io.lockstep.journal.rollfile.RollFiles.RollFile;
import io.lockstep.journal.scan.JournalFacts;
import io.lockstep.journal.scan.RollFileHead;
import io.lockstep.journal.sidefile.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes whole roll files from the front of a journal and notes where it now begins, so that what is left can still be verified from
 * its first record on. The note comes first: a trim cut short is finished at the next open.
 */
final class JournalTrim {
    private static final Logger LOG = LoggerFactory.getLogger(JournalTrim.class);

    private final Path directory;

    JournalTrim(Path directory) {
        this.directory = directory;
    }

    /**
     * Trims as far as the settings say, if they say anything.
     *
     * @param neededFrom first sequence that must stay
     * @return number of files deleted
     */
    synchronized int trim(JournalSettings settings, long neededFrom) {
        List<RollFileEntry> entries = JournalCatalog.list(directory);
        int count = dispensable(entries, settings, neededFrom);
        if (count == 0) {
            return 0;
        }
        JournalFacts facts = JournalDamagedException.soundFacts(directory);
        RollFileEntry kept = entries.get(count);
        RollFile first = new RollFile(directory.resolve(kept.name()), kept.cycle());
        RollFileHead head = RollFileHead.read(first, facts.period().layout()).orElseThrow();
        History.Base old = facts.history().base();
        facts.history()
                .trimmedTo(new History.Base(
                        head.sequence() - 1,
                        head.chainBefore(),
                        old.records() + recordsBefore(facts.history(), kept.firstSequence()),
                        kept.cycle()))
                .write(directory);
        finish();
        return count;
    }

    private static long recordsBefore(History history, long sequence) {
        long lost = history.gaps().stream()
                .filter(gap -> gap.after() < sequence)
                .mapToLong(gap -> gap.missing())
                .sum();
        return sequence - 1 - history.base().sequence() - lost;
    }

    /** How many files from the front may go: never the newest, never one that is needed, none unless told. */
    private static int dispensable(List<RollFileEntry> entries, JournalSettings settings, long neededFrom) {
        long bytes = entries.stream().mapToLong(RollFileEntry::usedBytes).sum();
        int count = 0;
        while (count < entries.size() - 1) {
            boolean tooMany = settings.keepFiles() > 0 && entries.size() - count > settings.keepFiles();
            boolean tooLarge = settings.keepBytes() > 0 && bytes > settings.keepBytes();
            RollFileEntry next = entries.get(count + 1);
            if (!tooMany && !tooLarge || next.firstSequence() == 0 || next.firstSequence() > neededFrom) {
                return count;
            }
            bytes -= entries.get(count).usedBytes();
            count++;
        }
        return count;
    }

    /** Deletes the files that stand before the noted beginning and hold only records from before it. */
    void finish() {
        JournalFacts facts = JournalDamagedException.soundFacts(directory);
        History.Base base = facts.history().base();
        for (RollFile file : RollFiles.list(directory, facts.period()).files()) {
            boolean before = file.cycle() < base.firstCycle();
            if (before && RollFileHead.isTrimmed(file, facts.period().layout(), base.sequence())) {
                delete(file);
            }
        }
    }

    private static void delete(RollFile file) {
        try {
            Files.delete(file.path());
            LOG.info("trimmed roll file: file={}", file.name());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete roll file: file=" + file.path(), e);
        }
    }
}
