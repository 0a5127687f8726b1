package io.lockstep.journal.repair;

import io.lockstep.journal.rollfile.Damage;
import io.lockstep.journal.rollfile.DamageKind;
import io.lockstep.journal.rollfile.RollFiles;
import io.lockstep.journal.rollfile.RollFiles.RollFile;
import io.lockstep.journal.scan.JournalFacts;
import io.lockstep.journal.scan.JournalScan;
import io.lockstep.journal.scan.RollFileHead;
import io.lockstep.journal.sidefile.Gap;
import io.lockstep.journal.sidefile.History;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes a damaged history anew from the records: the first one says where the journal begins, and where a gap was noted the sequence
 * jumps while the chain goes on.
 */
final class HistorySalvage {
    private final Path directory;
    private final Quarantine quarantine;

    HistorySalvage(Path directory, Quarantine quarantine) {
        this.directory = directory;
        this.quarantine = quarantine;
    }

    /** Does nothing where the history is sound. */
    void run() throws IOException {
        JournalFacts facts = JournalFacts.read(directory);
        if (facts.damages().stream().noneMatch(damage -> damage.kind() == DamageKind.HISTORY)) {
            return;
        }
        quarantine.keep(History.NAME);
        History history = new History(base(facts), List.of());
        for (Optional<Gap> gap = Optional.empty(); ; history = history.with(gap.get())) {
            history.write(directory);
            gap = nextGap();
            if (gap.isEmpty()) {
                return;
            }
        }
    }

    private History.Base base(JournalFacts facts) {
        for (RollFile file : RollFiles.list(directory, facts.period()).files()) {
            Optional<RollFileHead> head = RollFileHead.read(file, facts.period().layout());
            if (head.isPresent()) {
                long before = head.get().sequence() - 1;
                return new History.Base(before, head.get().chainBefore(), before, file.cycle());
            }
        }
        return History.NONE.base();
    }

    private Optional<Gap> nextGap() {
        JournalScan scan = JournalScan.of(directory);
        Damage damage = scan.recordDamage();
        RollFile file = scan.lastFile();
        if (damage == null || damage.kind() != DamageKind.SEQUENCE || file == null || scan.lastFileRecords() > 0) {
            return Optional.empty();
        }
        return RollFileHead.read(file, scan.facts().period().layout())
                .filter(head -> head.sequence() > damage.sequence() && head.chainBefore() == scan.chain())
                .map(head -> new Gap(scan.sequence(), head.sequence(), scan.chain(), file.cycle(), DamageKind.HISTORY));
    }
}
