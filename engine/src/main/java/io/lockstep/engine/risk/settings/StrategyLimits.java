package io.lockstep.engine.risk.settings;

import io.lockstep.engine.settings.Setting;

/**
 * Limits of one strategy, besides those of its account.
 *
 * @param name strategy they are for, as in the list of strategies
 * @param maxGross largest sum of absolute exposures at worst, dollars, E8; 0 is none
 * @param maxDailyLoss loss since the session began from which it is halted, open profit and fees included, dollars, E8; 0 is none
 * @param maxOpenOrders orders open, in flight or unknown at once; 0 is none
 */
public record StrategyLimits(
        @Setting(help = "strategy they are for") String name,

        @Setting(
                help = "largest sum of absolute exposures at worst; 0 for none",
                unit = "dollars",
                decimal = true,
                least = "0",
                fallback = "0")
        long maxGross,

        @Setting(
                help = "loss of a session that halts it; 0 for none",
                unit = "dollars",
                decimal = true,
                least = "0",
                fallback = "0")
        long maxDailyLoss,

        @Setting(
                help = "orders open, in flight or unknown at once; 0 for none",
                fallback = "0",
                least = "0",
                most = "4096")
        int maxOpenOrders) {

    /** No limits of its own. */
    public static StrategyLimits none(String name) {
        return new StrategyLimits(name, 0, 0, 0);
    }
}
