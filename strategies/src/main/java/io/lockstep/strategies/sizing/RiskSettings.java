package io.lockstep.strategies.sizing;

import io.lockstep.engine.instrument.FixedPoint;

/**
 * Limits of {@link RiskSizer}; fractions are of equity, E8.
 *
 * @param risk lost when one stop is hit, default 0.005
 * @param concurrent lost when all stops are hit, default 0.02
 * @param maxPositions open positions at most, at least 1, default 4
 * @param exposure notional of all positions at most, default 0.80
 * @param minSlots the exposure is shared among at least so many positions, at least 1, default 3
 * @param single notional of one position at most, default 0.40
 * @param leveragedFactor factor on the size of a leveraged fund, default 0.7
 */
public record RiskSettings(
        long risk, long concurrent, int maxPositions, long exposure, int minSlots, long single, long leveragedFactor) {

    /** The defaults. */
    public static final RiskSettings DEFAULTS = new RiskSettings(
            FixedPoint.parse("0.005"),
            FixedPoint.parse("0.02"),
            4,
            FixedPoint.parse("0.80"),
            3,
            FixedPoint.parse("0.40"),
            FixedPoint.parse("0.7"));

    /** Checks ranges. */
    public RiskSettings {
        requirePositive("risk", risk);
        requirePositive("concurrent", concurrent);
        requirePositive("maxPositions", maxPositions);
        requirePositive("exposure", exposure);
        requirePositive("minSlots", minSlots);
        requirePositive("single", single);
        requirePositive("leveragedFactor", leveragedFactor);
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("must be positive: " + name + "=" + value);
        }
    }
}
