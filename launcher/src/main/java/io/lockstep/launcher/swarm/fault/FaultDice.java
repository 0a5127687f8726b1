package io.lockstep.launcher.swarm.fault;

import java.util.SplittableRandom;

/** Rolls for each feature on a random stream of its own, and counts what struck. One thread. */
public final class FaultDice {
    private static final int MILLION = 1_000_000;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final FaultPlan plan;
    private final SplittableRandom[] streams = new SplittableRandom[Feature.values().length];
    private final long[] struck = new long[Feature.values().length];
    private boolean healed;

    /** Dice of a plan. */
    public FaultDice(FaultPlan plan) {
        this.plan = plan;
        for (int i = 0; i < streams.length; i++) {
            streams[i] = new SplittableRandom(plan.seed() ^ GOLDEN * (i + 1));
        }
    }

    /** Whether a feature strikes now. */
    public boolean strikes(Feature feature) {
        boolean hit = streams[feature.ordinal()].nextInt(MILLION) < plan.rate(feature) && !healed;
        struck[feature.ordinal()] += hit ? 1 : 0;
        return hit;
    }

    /** A number from 0 up to and without a bound, on a feature's own stream. */
    public long upTo(Feature feature, long bound) {
        return streams[feature.ordinal()].nextLong(bound);
    }

    /** A coin on a feature's own stream. */
    public boolean coin(Feature feature) {
        return streams[feature.ordinal()].nextBoolean();
    }

    /** Nothing strikes any more. */
    public void heal() {
        healed = true;
    }

    /** Whether faults are over. */
    public boolean isHealed() {
        return healed;
    }

    /** How often a feature struck. */
    public long struck(Feature feature) {
        return struck[feature.ordinal()];
    }
}
