package io.lockstep.launcher.swarm;

import io.lockstep.launcher.swarm.fault.FaultPlan;
import io.lockstep.launcher.swarm.invariant.Findings;
import io.lockstep.launcher.swarm.invariant.Findings.Violation;
import io.lockstep.launcher.swarm.invariant.Invariant;
import io.lockstep.launcher.swarm.invariant.Invariants;
import io.lockstep.launcher.swarm.machine.Workmanship;
import io.lockstep.launcher.swarm.world.World;
import io.lockstep.launcher.swarm.world.WorldObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Runs the world of a plan, once or twice, with every checker in place. */
public final class Simulation {
    private static final long SECOND = 1_000_000_000L;

    private final Supplier<Workmanship> workmanship;
    private final boolean twice;

    /**
     * Simulations of engines made with some workmanship.
     *
     * @param workmanship makes the parts of one world
     * @param twice whether each world is run twice and must give the same bytes
     */
    public Simulation(Supplier<Workmanship> workmanship, boolean twice) {
        this.workmanship = workmanship;
        this.twice = twice;
    }

    /** Simulations of sound engines, each world run twice. */
    public static Simulation sound() {
        return new Simulation(() -> Workmanship.SOUND, true);
    }

    /** Runs the world of a plan. */
    public SeedResult run(FaultPlan plan) {
        SeedResult first = runOnce(plan);
        if (!twice || !first.ok()) {
            return first;
        }
        World again = new World(plan, workmanship.get(), List.of());
        again.run(() -> false);
        long second = again.process().disk().hash();
        first.tally().add("runs compared", 1);
        if (second == first.hash()) {
            return first;
        }
        String hashes =
                "two runs differ: first=" + Long.toHexString(first.hash()) + ", second=" + Long.toHexString(second);
        return new SeedResult(plan, new Violation(Invariant.I10, hashes), first.hash(), first.tally());
    }

    private SeedResult runOnce(FaultPlan plan) {
        Findings findings = new Findings();
        Census census = new Census();
        List<WorldObserver> observers = new ArrayList<>(Invariants.checking(findings));
        observers.add(census);
        World world = new World(plan, workmanship.get(), observers);
        long startNs = world.nowNs();
        world.run(findings::isBroken);
        long seconds = (world.nowNs() - startNs) / SECOND;
        return new SeedResult(
                plan, findings.first(), world.process().disk().hash(), census.tally(world.dice(), findings, seconds));
    }
}
