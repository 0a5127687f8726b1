package io.lockstep.launcher.kill;

import io.lockstep.launcher.kill.AccountSweep.Phase;
import io.lockstep.launcher.kill.AccountSweep.Standing;
import io.lockstep.launcher.kill.EngineWatch.Sign;
import java.util.List;

/**
 * What a kill came to.
 *
 * @param scope what it covers
 * @param engine what was seen of the engine at the end
 * @param answer what the engine said, or why it said nothing
 * @param takenOver whether the venues were emptied without the engine
 * @param blocked whether nothing new of the scope can leave
 * @param standings where each account that can be reached stands
 * @param problem what kept it from being done; empty for nothing
 */
public record KillResult(
        KillScope scope,
        Sign engine,
        String answer,
        boolean takenOver,
        boolean blocked,
        List<Standing> standings,
        String problem) {
    /** Copies the list. */
    public KillResult {
        standings = List.copyOf(standings);
    }

    /** Whether nothing new can leave and every venue says that nothing is open. */
    public boolean isConfirmed() {
        return blocked && problem.isEmpty() && standings.stream().allMatch(each -> each.phase() == Phase.DONE);
    }

    /** The outcome in one sentence. */
    public String sentence() {
        if (isConfirmed()) {
            return standings.isEmpty()
                    ? "blocked; the engine holds no open order"
                    : "blocked; every venue says that nothing is open";
        }
        String block = blocked ? "blocked, but " : "NOT BLOCKED: ";
        return block + (problem.isEmpty() ? "a venue has not confirmed that nothing is open" : problem);
    }
}
