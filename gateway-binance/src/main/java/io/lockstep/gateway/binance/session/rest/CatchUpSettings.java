package io.lockstep.gateway.binance.session.rest;

import io.lockstep.engine.settings.Setting;

/**
 * How often the venue's own lists are read although the streams are well.
 *
 * @param ordersMs between two readings of the open orders, milliseconds
 * @param fillsMs between two readings of the fills, milliseconds
 * @param positionsMs between two readings of positions, milliseconds; futures only
 * @param cashMs between two readings of balances, milliseconds
 * @param clockMs between two measurements of the venue's clock, milliseconds
 */
public record CatchUpSettings(
        @Setting(
                help = "time between two readings of the open orders",
                unit = "milliseconds",
                fallback = "5000",
                least = "100",
                most = "600000")
        int ordersMs,

        @Setting(
                help = "time between two readings of the fills",
                unit = "milliseconds",
                fallback = "10000",
                least = "100",
                most = "600000")
        int fillsMs,

        @Setting(
                help = "time between two readings of positions",
                unit = "milliseconds",
                fallback = "30000",
                least = "100",
                most = "3600000")
        int positionsMs,

        @Setting(
                help = "time between two readings of balances",
                unit = "milliseconds",
                fallback = "60000",
                least = "100",
                most = "3600000")
        int cashMs,

        @Setting(
                help = "time between two measurements of the venue's clock",
                unit = "milliseconds",
                fallback = "30000",
                least = "1000",
                most = "600000")
        int clockMs) {
    /** The defaults above. */
    public static final CatchUpSettings DEFAULT = new CatchUpSettings(5_000, 10_000, 30_000, 60_000, 30_000);
}
