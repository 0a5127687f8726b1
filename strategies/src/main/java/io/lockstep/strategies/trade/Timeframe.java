package io.lockstep.strategies.trade;

import io.lockstep.engine.strategy.StrategyParameters;

/**
 * A bar length as a parameter gives it.
 *
 * @param label as the configuration lists it, for example {@code 15m}
 * @param seconds length, seconds
 */
public record Timeframe(String label, int seconds) {
    /** Reads a timeframe from a second to a day. */
    public static Timeframe read(StrategyParameters parameters, String key, String fallback) {
        int seconds = (int) parameters.duration(key, fallback, "1s", "1d").toSeconds();
        return new Timeframe(parameters.text(key, fallback), seconds);
    }
}
