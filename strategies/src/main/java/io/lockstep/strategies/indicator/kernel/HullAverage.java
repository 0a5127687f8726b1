package io.lockstep.strategies.indicator.kernel;

/**
 * Hull's average: a weighted mean over {@code sqrt(period)} of twice the weighted mean over half the period less that over all of it.
 * The inner means come from exact sums; integer divisions and integer square root.
 */
public final class HullAverage {
    private final RollingWeightedSum half;
    private final RollingWeightedSum full;
    private final WeightedMeanFilter outer;

    /** @param period number of values, at least 2 */
    public HullAverage(int period) {
        Arguments.requireAtLeast("period", period, 2);
        half = new RollingWeightedSum(period / 2);
        full = new RollingWeightedSum(period);
        outer = new WeightedMeanFilter((int) Math.sqrt(period));
    }

    /**
     * Takes the next value, E8.
     *
     * @return the average in whole units; NaN until {@code period + sqrt(period) - 1} values came
     */
    public double next(long value) {
        half.add(value);
        full.add(value);
        return outer.next(2 * half.mean() - full.mean());
    }
}
