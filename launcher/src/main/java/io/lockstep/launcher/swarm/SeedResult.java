package io.lockstep.launcher.swarm;

import io.lockstep.launcher.swarm.fault.FaultPlan;
import io.lockstep.launcher.swarm.invariant.Findings.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What became of one world.
 *
 * @param plan what could happen
 * @param violation the first thing that was wrong; null for nothing
 * @param hash over every byte of the journal
 * @param tally what happened, how often
 */
public record SeedResult(FaultPlan plan, @Nullable Violation violation, long hash, Tally tally) {
    /** Whether nothing was wrong. */
    public boolean ok() {
        return violation == null;
    }
}
