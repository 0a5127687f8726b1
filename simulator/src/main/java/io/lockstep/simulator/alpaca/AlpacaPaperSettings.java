package io.lockstep.simulator.alpaca;

import io.lockstep.engine.settings.Setting;
import io.lockstep.simulator.alpaca.desk.FillModel;

/** The habits of the simulated Alpaca's paper accounts. */
public record AlpacaPaperSettings(
        @Setting(help = "what trades against the best bid or ask", fallback = "any-size")
        FillModel fillModel,

        @Setting(help = "fills that come in part first", unit = "percent", fallback = "10", least = "0", most = "100")
        int partialPercent,

        @Setting(
                help = "time from an order's answer to its arrival in the market",
                unit = "milliseconds",
                fallback = "5",
                least = "0",
                most = "60000")
        int routeMs,

        @Setting(
                help = "trading requests of an account",
                unit = "1/minute",
                fallback = "200",
                least = "1",
                most = "100000")
        int requestsPerMinute,

        @Setting(
                help = "time before the close after which orders for the closing auction are refused",
                unit = "minutes",
                fallback = "10",
                least = "1",
                most = "30")
        int clsCutoffMinutes,

        @Setting(help = "whether the pattern-day-trader rule of before June 2026 applies", fallback = "false")
        boolean dayTradeProtection,

        @Setting(
                help =
                        "whether accounts show the members of that rule, gone since July 2026, without which older clients do not read them",
                fallback = "true")
        boolean legacyMembers) {
    /** The defaults that stand in the annotations. */
    public static AlpacaPaperSettings defaults() {
        return new AlpacaPaperSettings(FillModel.ANY_SIZE, 10, 5, 200, 10, false, true);
    }
}
