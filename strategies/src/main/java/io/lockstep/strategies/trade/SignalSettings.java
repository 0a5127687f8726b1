package io.lockstep.strategies.trade;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.strategy.StrategyParameters;

/**
 * What every strategy on bar signals is told, whatever its signal.
 *
 * @param capital what the strategy may work with at the start, quote currency, E8
 * @param exits how positions are left
 * @param cooldownNs pause after each entry and exit, nanoseconds
 * @param maxPositions positions open at the same time
 * @param maxUse notional of all positions as a fraction of equity, E8
 * @param dayLoss loss of a day that suspends entries, fraction of equity, E8; 0 is no limit
 * @param suspendNs how long it suspends them, nanoseconds
 */
public record SignalSettings(
        long capital,
        ExitSettings exits,
        long cooldownNs,
        int maxPositions,
        long maxUse,
        long dayLoss,
        long suspendNs) {

    /** The longest pause that can be set. */
    private static final String LONGEST = "30d";

    /**
     * Reads {@code capital}, {@code cooldown}, {@code maxPos}, {@code maxUse}, {@code dayLoss} and {@code suspend}.
     *
     * @param dayLoss default of the day loss as a text; 0 for none
     */
    public static SignalSettings read(StrategyParameters parameters, ExitSettings exits, String dayLoss) {
        return new SignalSettings(
                parameters.exact("capital", "10000", "0.00000001", "1000000000"),
                exits,
                parameters.duration("cooldown", "4h", "0s", LONGEST).toNanos(),
                parameters.integer("maxPos", 3, 1, 1_000),
                parameters.exact("maxUse", "0.9", "0.01", "100"),
                parameters.exact("dayLoss", dayLoss, "0", "1"),
                parameters.duration("suspend", "24h", "0s", LONGEST).toNanos());
    }

    /** Reads a number of average true ranges above zero and up to 100; E8. */
    public static long readRanges(StrategyParameters parameters, String key, String fallback) {
        return parameters.exact(key, fallback, "0.01", "100");
    }

    /** Reads a fraction from 0 to 1; E8. */
    public static long readFraction(StrategyParameters parameters, String key, String fallback) {
        return parameters.exact(key, fallback, "0", "1");
    }

    /**
     * Reads {@code size}, {@code leverage} and {@code sizeBasis}: a fraction of equity that is the notional itself, or the margin of it.
     *
     * @return notional as a fraction of equity, E8
     */
    public static long readNotionalFraction(StrategyParameters parameters, String size, int leverage) {
        long fraction = parameters.exact("size", size, "0.0001", "1");
        int times = parameters.integer("leverage", leverage, 1, 125);
        boolean isMargin =
                parameters.choice("sizeBasis", "NOTIONAL", "NOTIONAL", "MARGIN").equals("MARGIN");
        return isMargin ? Math.multiplyExact(fraction, times) : fraction;
    }

    /** Checks ranges. */
    public SignalSettings {
        if (capital <= 0 || maxPositions < 1 || maxUse <= 0) {
            throw new IllegalArgumentException("signal settings out of range: capital=" + FixedPoint.format(capital)
                    + ", maxPositions=" + maxPositions + ", maxUse=" + FixedPoint.format(maxUse));
        }
    }
}
