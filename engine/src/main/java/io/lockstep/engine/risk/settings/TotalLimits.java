package io.lockstep.engine.risk.settings;

import io.lockstep.engine.settings.Setting;

/**
 * What all accounts together may have at risk, counted at worst. Money is in dollars and what counts like them.
 *
 * @param maxGross largest sum of absolute exposures, E8; 0 is none, which live mode does not accept
 * @param maxNet largest sum of signed exposures, E8; 0 is none, which live mode does not accept
 * @param maxWorkingNotional largest value of open orders, E8; 0 takes {@code maxGross}
 */
public record TotalLimits(
        @Setting(
                help = "largest sum of absolute exposures at worst; 0 for none",
                unit = "dollars",
                decimal = true,
                least = "0",
                fallback = "0")
        long maxGross,

        @Setting(
                help = "largest sum of signed exposures at worst; 0 for none",
                unit = "dollars",
                decimal = true,
                least = "0",
                fallback = "0")
        long maxNet,

        @Setting(
                help = "largest value of open orders; 0 takes maxGross",
                unit = "dollars",
                decimal = true,
                least = "0",
                fallback = "0")
        long maxWorkingNotional) {

    /** No limits. */
    public static TotalLimits none() {
        return new TotalLimits(0, 0, 0);
    }

    /** Largest value of open orders, E8; 0 is none. */
    public long workingNotional() {
        return maxWorkingNotional == 0 ? maxGross : maxWorkingNotional;
    }
}
