package io.lockstep.launcher.scenarios;

import io.lockstep.launcher.scenarios.judge.Violation;
import io.lockstep.launcher.swarm.invariant.Invariant;
import io.lockstep.simulator.scenario.FaultCount;
import java.util.List;
import java.util.Map;

/**
 * How one scenario went.
 *
 * @param seed what it was made from
 * @param steps steps of the trader that came to an end
 * @param orders orders the venue took
 * @param fills executions at the venue
 * @param faults what was injected, and how often it happened
 * @param state trading state at the end, with the cause if it is not RUN
 * @param traded whether it ever could trade
 * @param checks how often each promise was held against something
 * @param violations promises that did not hold
 * @param millis how long it took
 */
public record ScenarioResult(
        long seed,
        int steps,
        int orders,
        int fills,
        List<FaultCount> faults,
        String state,
        boolean traded,
        Map<Invariant, Long> checks,
        List<Violation> violations,
        long millis) {
    /** Copies the lists. */
    public ScenarioResult {
        faults = List.copyOf(faults);
        checks = Map.copyOf(checks);
        violations = List.copyOf(violations);
    }
}
