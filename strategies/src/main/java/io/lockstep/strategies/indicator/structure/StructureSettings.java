package io.lockstep.strategies.indicator.structure;

import io.lockstep.strategies.indicator.kernel.Arguments;

/**
 * Distances and ages of {@link MarketStructure}.
 *
 * @param tickSize smallest price step, quote currency, E8, positive
 * @param pivotBars bars to either side that a pivot must top, at least 1, default 3
 * @param minGapTicks smallest fair value gap, ticks, at least 1, default 1
 * @param equalTicks pivots that close together share a pool, ticks, not negative, default 2
 * @param equalRange or that close together, average true ranges, not negative, default 0.10
 * @param rangePeriod bars of the average true range, at least 1, default 14
 * @param sweepBars bars within which a pierced pool must be closed back into, at least 1, default 3
 * @param blockLookback bars before the extreme in which an order block may lie, at least 1, default 10
 * @param gapAge life of a fair value gap, bars, default 50
 * @param blockAge life of an order block, bars, default 100
 * @param breakerAge life of a breaker, bars, default 200
 * @param poolAge life of a pool after its last member, bars, default 200
 */
public record StructureSettings(
        long tickSize,
        int pivotBars,
        int minGapTicks,
        int equalTicks,
        double equalRange,
        int rangePeriod,
        int sweepBars,
        int blockLookback,
        int gapAge,
        int blockAge,
        int breakerAge,
        int poolAge) {

    /** Checks ranges. */
    public StructureSettings {
        Arguments.requirePositive("tickSize", tickSize);
        Arguments.requireAtLeast("pivotBars", pivotBars, 1);
        Arguments.requireAtLeast("minGapTicks", minGapTicks, 1);
        Arguments.requireAtLeast("equalTicks", equalTicks, 0);
        Arguments.requireAtLeast("rangePeriod", rangePeriod, 1);
        Arguments.requireAtLeast("sweepBars", sweepBars, 1);
        Arguments.requireAtLeast("blockLookback", blockLookback, 1);
        Arguments.requireAtLeast("gapAge", gapAge, 1);
        Arguments.requireAtLeast("blockAge", blockAge, 1);
        Arguments.requireAtLeast("breakerAge", breakerAge, 1);
        Arguments.requireAtLeast("poolAge", poolAge, 1);
        if (!(equalRange >= 0)) {
            throw new IllegalArgumentException("must not be negative: equalRange=" + equalRange);
        }
    }

    /** The defaults for an instrument's tick size, E8. */
    public static StructureSettings of(long tickSize) {
        return new StructureSettings(tickSize, 3, 1, 2, 0.10, 14, 3, 10, 50, 100, 200, 200);
    }

    /** The same with another number of bars to either side of a pivot. */
    public StructureSettings withPivotBars(int bars) {
        return new StructureSettings(
                tickSize,
                bars,
                minGapTicks,
                equalTicks,
                equalRange,
                rangePeriod,
                sweepBars,
                blockLookback,
                gapAge,
                blockAge,
                breakerAge,
                poolAge);
    }
}
