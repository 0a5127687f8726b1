package io.lockstep.launcher.swarm.fault;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What can happen in the world of one seed: each feature is on or off by a coin, then has a rate. Immutable.
 *
 * <p>A feature draws from a stream of its own, so that leaving one out does not change when the others strike; that is what makes a failing seed
 * shrink.
 */
public final class FaultPlan {
    /** How long faults last unless told otherwise, virtual seconds. */
    public static final int SAFETY_SECONDS = 480;

    private static final Feature[] FEATURES = Feature.values();

    private final long seed;
    private final int[] rates;
    private final int safetySeconds;

    private FaultPlan(long seed, int[] rates, int safetySeconds) {
        this.seed = seed;
        this.rates = rates;
        this.safetySeconds = safetySeconds;
    }

    /** The plan of a seed. */
    public static FaultPlan of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] rates = new int[FEATURES.length];
        for (Feature feature : FEATURES) {
            if (feature.isDrawn()) {
                boolean on = random.nextBoolean();
                int rate = 1 + random.nextInt(feature.highest());
                rates[feature.ordinal()] = on ? rate : 0;
            }
        }
        return new FaultPlan(seed, rates, SAFETY_SECONDS);
    }

    /** A plan in which nothing goes wrong. */
    public static FaultPlan quiet(long seed) {
        return new FaultPlan(seed, new int[FEATURES.length], SAFETY_SECONDS);
    }

    /** The same without a feature. */
    public FaultPlan without(Feature feature) {
        return with(feature, 0);
    }

    /**
     * The same with a feature at a rate.
     *
     * @param rate parts of a million, of the feature's unit
     */
    public FaultPlan with(Feature feature, int rate) {
        int[] changed = rates.clone();
        changed[feature.ordinal()] = rate;
        return new FaultPlan(seed, changed, safetySeconds);
    }

    /** The same with faults for so long, virtual seconds. */
    public FaultPlan lasting(int seconds) {
        return new FaultPlan(seed, rates, seconds);
    }

    /** The seed. */
    public long seed() {
        return seed;
    }

    /** How long faults last, virtual seconds. */
    public int safetySeconds() {
        return safetySeconds;
    }

    /** Whether a feature is on. */
    public boolean has(Feature feature) {
        return rates[feature.ordinal()] > 0;
    }

    /** The features that are on. */
    public Set<Feature> features() {
        Set<Feature> on = EnumSet.noneOf(Feature.class);
        Arrays.stream(FEATURES).filter(this::has).forEach(on::add);
        return on;
    }

    int rate(Feature feature) {
        return rates[feature.ordinal()];
    }
}
