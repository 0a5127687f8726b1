package io.lockstep.journal.sidefile;

import io.lockstep.journal.rollfile.DamageKind;

/**
 * Sequences that a repair gave up: the journal goes on behind them.
 *
 * @param after last record before the gap
 * @param resume first sequence behind it, greater than {@code after + 1}
 * @param chain hash chain after the record {@code after}, which the next record continues
 * @param firstCycle number of the roll period before which nothing behind the gap may stand
 * @param reason what was damaged
 */
public record Gap(long after, long resume, long chain, int firstCycle, DamageKind reason) {
    /** Number of sequences lost. */
    public long missing() {
        return resume - after - 1;
    }
}
