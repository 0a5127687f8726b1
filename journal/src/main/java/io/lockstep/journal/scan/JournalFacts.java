package io.lockstep.journal.scan;

import io.lockstep.journal.rollfile.Damage;
import io.lockstep.journal.rollfile.DamageKind;
import io.lockstep.journal.rollfile.RollFiles;
import io.lockstep.journal.rollfile.RollPeriod;
import io.lockstep.journal.sidefile.History;
import io.lockstep.journal.sidefile.HistoryDamagedException;
import io.lockstep.journal.sidefile.Mark;
import io.lockstep.journal.sidefile.MarkFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the side files of a journal say, before its records are looked at.
 *
 * @param mark null when it is missing or damaged
 * @param period as the mark says, or as the roll files' names let guess
 * @param history {@link History#NONE} when it is damaged
 * @param damages of the side files
 */
public record JournalFacts(@Nullable Mark mark, RollPeriod period, History history, List<Damage> damages) {
    /** Keeps its own list. */
    public JournalFacts {
        damages = List.copyOf(damages);
    }

    /**
     * Reads the side files.
     *
     * @throws java.io.UncheckedIOException if they cannot be read
     */
    public static JournalFacts read(Path directory) {
        List<Damage> damages = new ArrayList<>();
        Mark mark = MarkFile.read(directory).orElse(null);
        if (mark == null) {
            damages.add(Damage.around(DamageKind.MARK, MarkFile.NAME, 0));
        }
        RollPeriod period = mark == null ? guess(directory) : mark.period();
        return new JournalFacts(mark, period, history(directory, damages), damages);
    }

    private static History history(Path directory, List<Damage> damages) {
        try {
            return History.read(directory);
        } catch (HistoryDamagedException e) {
            damages.add(Damage.around(DamageKind.HISTORY, History.NAME, 0));
            return History.NONE;
        }
    }

    /** The period that gives such names as are there. */
    private static RollPeriod guess(Path directory) {
        for (String name : RollFiles.names(directory)) {
            for (RollPeriod period : RollPeriod.values()) {
                if (period.cycleOf(name).isPresent()) {
                    return period;
                }
            }
        }
        return RollPeriod.DAY;
    }

    /** The mark of a journal whose side files are sound. */
    public Mark requireMark() {
        return Objects.requireNonNull(mark, "mark");
    }

    /** Whether the journal was trimmed since, or is no longer closed as it was. A writer that goes on appending changes nothing. */
    boolean isOutdated(Path directory) {
        JournalFacts now = read(directory);
        boolean opened = mark != null && mark.closed() && !mark.equals(now.mark);
        return opened || !now.history.equals(history);
    }
}
