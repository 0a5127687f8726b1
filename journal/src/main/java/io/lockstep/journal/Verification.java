package io.lockstep.journal;

import io.lockstep.journal.rollfile.Damage;
import io.lockstep.journal.scan.JournalScan;
import io.lockstep.journal.sidefile.Gap;
import java.util.List;

/**
 * What verification found.
 *
 * @param records number of sound records, from the first one kept
 * @param lastSequence last sound record, or the last sequence of a gap that a repair left behind it
 * @param lastChain hash chain to go on from behind it
 * @param damages what is wrong, first the record that cannot be had; empty for a sound journal
 * @param gaps sequences that earlier repairs gave up; no damage
 */
public record Verification(long records, long lastSequence, long lastChain, List<Damage> damages, List<Gap> gaps) {
    /** Keeps its own lists. */
    public Verification {
        damages = List.copyOf(damages);
        gaps = List.copyOf(gaps);
    }

    static Verification of(JournalScan scan) {
        return new Verification(
                scan.records(),
                scan.sequence(),
                scan.chain(),
                scan.damages(),
                scan.facts().history().gaps());
    }

    /** Whether nothing is wrong. */
    public boolean ok() {
        return damages.isEmpty();
    }

    /** First record that cannot be had; 0 when all can, also where something around them is damaged. */
    public long firstBadSequence() {
        return ok() ? 0 : damages.get(0).sequence();
    }

    /** What is wrong in one line; empty for a sound journal. */
    public String reason() {
        return ok() ? "" : damages.get(0).describe();
    }

    /**
     * Makes sure that nothing is wrong.
     *
     * @throws JournalDamagedException if something is
     */
    public void requireSound() {
        JournalDamagedException.requireNone(damages);
    }
}
