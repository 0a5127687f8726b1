package io.lockstep.simulator.alpaca.desk;

import io.lockstep.engine.instrument.FixedPoint;
import java.util.SplittableRandom;

/** The paper account's habit of filling some orders in part first, drawn from a seed. */
public final class SyntheticPartials {
    private final SplittableRandom random;
    private final int percent;

    /**
     * Partial fills of a seed.
     *
     * @param percent share of fills that come in part first
     */
    public SyntheticPartials(long seed, int percent) {
        this.random = new SplittableRandom(seed);
        this.percent = percent;
    }

    /** How much of a quantity to fill now, E8: mostly all, sometimes a random part of whole units. */
    long share(long quantity) {
        boolean part = random.nextInt(100) < percent;
        long units = quantity / FixedPoint.ONE;
        return part && units >= 2 ? (1 + random.nextLong(units - 1)) * FixedPoint.ONE : quantity;
    }
}
