package io.lockstep.launcher.swarm;

import io.lockstep.launcher.swarm.fault.FaultPlan;
import io.lockstep.launcher.swarm.fault.Feature;
import java.util.Optional;

/** Makes a failing plan smaller: leaves out one feature after the other, then shortens it, as long as the same invariant still breaks. */
public final class Shrinker {
    private static final int SHORTEST_SECONDS = 15;

    private final Simulation simulation;

    /** Shrinks with these simulations. */
    public Shrinker(Simulation simulation) {
        this.simulation = simulation;
    }

    /** The smallest result found that breaks the same invariant. */
    public SeedResult shrink(SeedResult failing) {
        SeedResult smallest = failing;
        for (Feature feature : failing.plan().features()) {
            smallest = smaller(smallest, smallest.plan().without(feature)).orElse(smallest);
        }
        for (int seconds = smallest.plan().safetySeconds() / 2; seconds >= SHORTEST_SECONDS; seconds /= 2) {
            Optional<SeedResult> shorter = smaller(smallest, smallest.plan().lasting(seconds));
            if (shorter.isEmpty()) {
                return smallest;
            }
            smallest = shorter.get();
        }
        return smallest;
    }

    private Optional<SeedResult> smaller(SeedResult now, FaultPlan candidate) {
        SeedResult tried = simulation.run(candidate);
        boolean same = now.violation() != null
                && tried.violation() != null
                && now.violation().invariant() == tried.violation().invariant();
        return same ? Optional.of(tried) : Optional.empty();
    }
}
