package io.lockstep.journal;

import io.lockstep.journal.rollfile.RollFileWindow;
import io.lockstep.journal.rollfile.RollFiles;
import io.lockstep.journal.rollfile.RollFiles.RollFile;
import io.lockstep.journal.scan.JournalFacts;
import io.lockstep.journal.scan.RollFileHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lists the roll files of a journal with sizes and sequences, from what each says of itself; checks nothing. */
public final class JournalCatalog {
    private JournalCatalog() {}

    /**
     * Lists a journal, oldest file first.
     *
     * @throws JournalDamagedException if its mark or history cannot be read
     * @throws UncheckedIOException if its files cannot be read
     */
    public static List<RollFileEntry> list(Path directory) {
        JournalFacts facts = JournalDamagedException.soundFacts(directory);
        List<RollFile> files =
                new ArrayList<>(RollFiles.list(directory, facts.period()).files());
        Collections.reverse(files);
        List<RollFileEntry> entries = new ArrayList<>();
        long last = facts.requireMark().sequence();
        for (RollFile file : files) {
            if (file.cycle() >= facts.history().base().firstCycle()) {
                RollFileEntry entry = entry(file, facts, last);
                entries.add(entry);
                last = entry.firstSequence() == 0 ? last : entry.firstSequence() - 1;
            }
        }
        Collections.reverse(entries);
        return entries;
    }

    private static RollFileEntry entry(RollFile file, JournalFacts facts, long last) {
        RollFileHead head = RollFileHead.read(file, facts.period().layout()).orElse(new RollFileHead(0, 0, 0));
        try {
            return new RollFileEntry(
                    file.name(),
                    file.cycle(),
                    head.sequence(),
                    head.sequence() == 0 ? 0 : last,
                    head.timeNs(),
                    RollFileWindow.usedBytes(file.path()),
                    Files.size(file.path()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read roll file: file=" + file.path(), e);
        }
    }
}
