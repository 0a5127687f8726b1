package io.lockstep.strategies.swing;

import io.lockstep.engine.strategy.StrategyParameters;
import io.lockstep.strategies.sizing.KellySettings;
import io.lockstep.strategies.sizing.KellySizer;
import io.lockstep.strategies.trade.SignalSettings;
import io.lockstep.strategies.trade.SizeFraction;

/** Reads the Kelly parameters of the two strategies that size by their own results. */
final class KellyParameters {
    private KellyParameters() {}

    /**
     * Reads {@code kellyFrac}, {@code kellyN}, {@code kellyMin}, {@code kellyDflt}, {@code kellyLo} and {@code kellyHi}.
     *
     * @param cap largest notional as a fraction of equity, E8
     */
    static SizeFraction read(StrategyParameters parameters, String fraction, int lookback, int minTrades, long cap) {
        long share = parameters.exact("kellyFrac", fraction, "0.01", "1");
        long least = parameters.exact("kellyLo", "0.05", "0.0001", "1");
        long most = parameters.exact("kellyHi", "0.20", "0.0001", "1");
        parameters.requireRule(least <= most, "kellyLo", "not above kellyHi");
        KellySettings settings = new KellySettings(
                share,
                least,
                Math.max(least, most),
                SignalSettings.readFraction(parameters, "kellyDflt", "0.10"),
                parameters.integer("kellyN", lookback, 1, 1_000),
                parameters.integer("kellyMin", minTrades, 1, 1_000));
        return new SizeFraction.Kelly(new KellySizer(settings), cap);
    }
}
