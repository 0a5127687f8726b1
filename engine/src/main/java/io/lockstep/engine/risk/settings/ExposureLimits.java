package io.lockstep.engine.risk.settings;

import io.lockstep.engine.settings.Setting;

/**
 * What each account may have at risk, counted at worst. Money is in dollars and what counts like them.
 *
 * @param maxGross largest sum of absolute exposures, E8; 0 is none, which live mode does not accept
 * @param maxNet largest sum of signed exposures, E8; 0 is none, which live mode does not accept
 * @param maxLeverage largest gross exposure as a multiple of equity, E8; 0 is none
 * @param maxWorkingNotional largest value of open orders, E8; 0 takes {@code maxGross}
 * @param maxOpenOrders orders open, in flight or unknown at once; 0 is none
 * @param minFreeCash cash that buying must leave, E8; 0 takes {@code minFreeCashPercent}
 * @param minFreeCashPercent cash that buying must leave, percent of equity
 */
public record ExposureLimits(
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
                help = "largest gross exposure as a multiple of equity; 0 for none",
                unit = "times equity",
                decimal = true,
                least = "0",
                most = "125",
                fallback = "1")
        long maxLeverage,

        @Setting(
                help = "largest value of open orders; 0 takes maxGross",
                unit = "dollars",
                decimal = true,
                least = "0",
                fallback = "0")
        long maxWorkingNotional,

        @Setting(
                help = "orders open, in flight or unknown at once; 0 for none",
                fallback = "0",
                least = "0",
                most = "4096")
        int maxOpenOrders,

        @Setting(
                help = "cash that buying must leave; 0 takes minFreeCashPercent",
                unit = "dollars",
                decimal = true,
                least = "0",
                fallback = "0")
        long minFreeCash,

        @Setting(
                help = "cash that buying must leave",
                unit = "percent of equity",
                least = "0",
                most = "100",
                fallback = "1")
        int minFreeCashPercent) {

    /** No money limits but the default leverage and free cash. */
    public static ExposureLimits defaults() {
        return new ExposureLimits(0, 0, 100_000_000L, 0, 0, 0, 1);
    }

    /** No limits at all. */
    public static ExposureLimits none() {
        return new ExposureLimits(0, 0, 0, 0, 0, 0, 0);
    }

    /** Largest value of open orders, E8; 0 is none. */
    public long workingNotional() {
        return maxWorkingNotional == 0 ? maxGross : maxWorkingNotional;
    }
}
