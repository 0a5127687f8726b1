package io.lockstep.engine.risk.settings;

import io.lockstep.engine.settings.Setting;

/**
 * When trading is stopped without being asked. Only an operator starts it again.
 *
 * @param maxDailyLoss loss of all accounts since the session began, open profit and fees included, from which all is killed, dollars, E8; 0 is
 *     none, which live mode does not accept
 * @param softDailyLossPercent share of it from which positions may only shrink, percent
 * @param maxDrawdownPercent fall from the highest equity at which all is killed, percent; 0 is off
 * @param apiErrors failed requests to a venue in a row at which it is halted; 0 is off
 * @param maxConcentrationPercent largest position as a share of its account's equity, percent; 0 is off, which live mode does not accept
 * @param staleDataMs age of the data of a held instrument from which it may only shrink, milliseconds; 0 is off
 * @param maxTradesPerDay orders that traded in a session at which all is halted; 0 is off, which live mode does not accept
 * @param maxRejectsPerMinute refusals in any minute at which a strategy, and three times as many at which a venue, is halted; 0 is off
 * @param maxUnknownPerMinute lost answers of a venue in any minute; one more halts it
 * @param volPauseBps move of a price within {@code volWindowMs} from which its positions may only shrink, basis points; 0 is off
 * @param volWindowMs that window, milliseconds
 * @param alertAckMs how long a critical alert may wait for its delivery before all is halted, milliseconds; 0 is off, which live mode does not
 *     accept
 */
public record TriggerSettings(
        @Setting(
                help = "loss of a session that kills; 0 for none",
                unit = "dollars",
                decimal = true,
                least = "0",
                fallback = "0")
        long maxDailyLoss,

        @Setting(
                help = "share of maxDailyLoss that allows exits only",
                unit = "percent",
                least = "1",
                most = "100",
                fallback = "50")
        int softDailyLossPercent,

        @Setting(
                help = "fall from the highest equity that kills; 0 for off",
                unit = "percent",
                least = "0",
                most = "100",
                fallback = "5")
        int maxDrawdownPercent,

        @Setting(
                help = "failed requests in a row that halt a venue; 0 for off",
                least = "0",
                most = "1000",
                fallback = "3")
        int apiErrors,

        @Setting(
                help = "largest position as a share of equity; 0 for off",
                unit = "percent",
                least = "0",
                most = "10000",
                fallback = "0")
        int maxConcentrationPercent,

        @Setting(
                help = "age of a held instrument's data that allows exits only; 0 for off",
                unit = "milliseconds",
                least = "0",
                most = "86400000",
                fallback = "300000")
        long staleDataMs,

        @Setting(help = "orders that traded in a session; 0 for off", least = "0", most = "1000000", fallback = "0")
        int maxTradesPerDay,

        @Setting(
                help = "refusals in any minute that halt a strategy; 0 for off",
                least = "0",
                most = "10000",
                fallback = "5")
        int maxRejectsPerMinute,

        @Setting(help = "lost answers of a venue in any minute", least = "0", most = "10000", fallback = "1")
        int maxUnknownPerMinute,

        @Setting(
                help = "move of a price within volWindowMs that allows exits only; 0 for off",
                unit = "basis points",
                least = "0",
                most = "10000",
                fallback = "500")
        int volPauseBps,

        @Setting(
                help = "window of volPauseBps",
                unit = "milliseconds",
                least = "1000",
                most = "3600000",
                fallback = "60000")
        long volWindowMs,

        @Setting(
                help = "how long a critical alert may wait for its delivery; 0 for off",
                unit = "milliseconds",
                least = "0",
                most = "3600000",
                fallback = "0")
        long alertAckMs) {

    /** The defaults. */
    public static TriggerSettings defaults() {
        return new TriggerSettings(0, 50, 5, 3, 0, 300_000, 0, 5, 1, 500, 60_000, 0);
    }

    /** Nothing stops by itself, but for what an order table cannot hold. */
    public static TriggerSettings none() {
        return new TriggerSettings(0, 50, 0, 0, 0, 0, 0, 0, 10_000, 0, 60_000, 0);
    }
}
