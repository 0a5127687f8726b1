package io.lockstep.journal.repair;

import io.lockstep.journal.rollfile.Damage;
import io.lockstep.journal.sidefile.Gap;
import java.util.List;
import java.util.Optional;

/**
 * What a repair found and did.
 *
 * @param damages what was wrong; empty when nothing was, and nothing was done
 * @param quarantine folder within the journal that now holds what was taken out; empty when nothing was
 * @param files names of the files put there, as they were found
 * @param gap sequences that were given up; empty when no record was lost
 * @param records number of records the journal now holds
 * @param lastSequence last sequence used up; appending goes on behind it
 */
public record RepairReport(
        List<Damage> damages,
        String quarantine,
        List<String> files,
        Optional<Gap> gap,
        long records,
        long lastSequence) {
    /** Keeps its own lists. */
    public RepairReport {
        damages = List.copyOf(damages);
        files = List.copyOf(files);
    }

    /** The report in words, a line a fact. */
    public String text() {
        StringBuilder text = new StringBuilder();
        damages.forEach(damage -> line(text, "damage: " + damage.describe()));
        files.forEach(file -> line(text, "quarantined: " + file));
        gap.ifPresent(lost -> line(
                text,
                "records given up: from sequence %d to %d, %d in number"
                        .formatted(lost.after() + 1, lost.resume() - 1, lost.missing())));
        line(text, "records kept: " + records);
        line(text, "appending goes on with sequence " + (lastSequence + 1));
        return text.toString();
    }

    private static void line(StringBuilder text, String words) {
        text.append(words).append(System.lineSeparator());
    }
}
