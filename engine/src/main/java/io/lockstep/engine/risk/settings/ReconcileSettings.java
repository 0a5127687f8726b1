package io.lockstep.engine.risk.settings;

import io.lockstep.engine.settings.Setting;

/**
 * How the books are compared with the venue's.
 *
 * @param tries complete comparisons in a row that may differ before the account is halted
 * @param cashTolerance largest difference of a balance that counts as none, in that asset, E8
 * @param ordersMs how often open orders are compared, milliseconds
 * @param positionsMs how often positions are compared, milliseconds
 * @param cashMs how often balances and fills are compared, milliseconds
 */
public record ReconcileSettings(
        @Setting(
                help = "comparisons in a row that may differ before the account is halted",
                least = "1",
                most = "100",
                fallback = "3")
        int tries,

        @Setting(
                help = "difference of a balance that counts as none",
                unit = "the asset",
                decimal = true,
                least = "0",
                fallback = "0.00000001")
        long cashTolerance,

        @Setting(
                help = "how often open orders are compared",
                unit = "milliseconds",
                least = "100",
                most = "3600000",
                fallback = "5000")
        long ordersMs,

        @Setting(
                help = "how often positions are compared",
                unit = "milliseconds",
                least = "100",
                most = "3600000",
                fallback = "30000")
        long positionsMs,

        @Setting(
                help = "how often balances and fills are compared",
                unit = "milliseconds",
                least = "100",
                most = "3600000",
                fallback = "60000")
        long cashMs) {

    /** The defaults. */
    public static ReconcileSettings defaults() {
        return new ReconcileSettings(3, 1, 5_000, 30_000, 60_000);
    }
}
