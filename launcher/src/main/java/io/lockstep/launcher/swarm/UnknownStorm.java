package io.lockstep.launcher.swarm;

import io.lockstep.launcher.swarm.fault.FaultPlan;
import io.lockstep.launcher.swarm.fault.Feature;
import io.lockstep.launcher.swarm.machine.Workmanship;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Worlds in which half of all answers are lost, one after the other, until so many outcomes were unknown. */
public final class UnknownStorm {
    private static final int HALF = 500_000;
    private static final int SOME = 200_000;

    private final Simulation simulation = new Simulation(() -> Workmanship.SOUND, false);

    /**
     * What came of it.
     *
     * @param unknowns outcomes that were unknown
     * @param worlds worlds run
     * @param tally what happened
     * @param failed the first world in which something was wrong; null for none
     */
    public record Outcome(long unknowns, long worlds, Tally tally, @Nullable SeedResult failed) {}

    /** Runs worlds from a first seed on until there were so many unknown outcomes, or something was wrong. */
    public Outcome run(long firstSeed, long unknowns, LongConsumer progress) {
        Tally tally = new Tally();
        long worlds = 0;
        while (tally.get("unknown outcomes") < unknowns) {
            SeedResult result = simulation.run(plan(firstSeed + worlds++));
            tally.add(result.tally());
            progress.accept(tally.get("unknown outcomes"));
            if (!result.ok()) {
                return new Outcome(tally.get("unknown outcomes"), worlds, tally, result);
            }
        }
        return new Outcome(tally.get("unknown outcomes"), worlds, tally, null);
    }

    private static FaultPlan plan(long seed) {
        return FaultPlan.quiet(seed)
                .with(Feature.REQUEST_LOSS, SOME)
                .with(Feature.REPLY_LOSS, HALF)
                .with(Feature.SERVER_ERROR, SOME)
                .with(Feature.LATE_SIGHT, HALF)
                .with(Feature.SLOW_VENUE, SOME)
                .with(Feature.FRAME_LOSS, SOME)
                .with(seed % 2 == 0 ? Feature.SPOT : Feature.HOSTILE, 1);
    }
}
