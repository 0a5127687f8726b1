package io.lockstep.engine.risk.settings;

import io.lockstep.engine.settings.Setting;

/**
 * Limits of one instrument, over all strategies of an account.
 *
 * @param symbol instrument they are for, as in the list of instruments
 * @param maxOrderQuantity largest quantity of one order, base currency, E8, positive
 * @param maxOrderNotional largest value of one order at its worst price, quote currency, E8, positive
 * @param maxLong largest long position at worst, base currency, E8
 * @param maxShort largest short position at worst, base currency, E8, as a positive number; 0 forbids shorts
 * @param strategyMaxLong as {@code maxLong}, of each strategy by itself; 0 leaves the account's
 * @param strategyMaxShort as {@code maxShort}, of each strategy by itself; 0 leaves the account's
 */
public record InstrumentLimits(
        @Setting(help = "instrument they are for") String symbol,

        @Setting(help = "largest quantity of one order", unit = "base currency", decimal = true, least = "0.00000001")
        long maxOrderQuantity,

        @Setting(
                help = "largest value of one order at its worst price",
                unit = "quote currency",
                decimal = true,
                least = "0.00000001")
        long maxOrderNotional,

        @Setting(
                help = "largest long position, open, in-flight and unknown orders counted",
                unit = "base currency",
                decimal = true,
                least = "0")
        long maxLong,

        @Setting(
                help = "largest short position, open, in-flight and unknown orders counted; 0 forbids shorts",
                unit = "base currency",
                decimal = true,
                least = "0",
                fallback = "0")
        long maxShort,

        @Setting(
                help = "largest long position of each strategy; 0 leaves the account's",
                unit = "base currency",
                decimal = true,
                least = "0",
                fallback = "0")
        long strategyMaxLong,

        @Setting(
                help = "largest short position of each strategy; 0 leaves the account's",
                unit = "base currency",
                decimal = true,
                least = "0",
                fallback = "0")
        long strategyMaxShort) {

    /** Limits of an account alone. */
    public InstrumentLimits(String symbol, long maxOrderQuantity, long maxOrderNotional, long maxLong, long maxShort) {
        this(symbol, maxOrderQuantity, maxOrderNotional, maxLong, maxShort, 0, 0);
    }

    /** Largest long position of one strategy, base currency, E8. */
    public long longOfStrategy() {
        return strategyMaxLong == 0 ? maxLong : strategyMaxLong;
    }

    /** Largest short position of one strategy, base currency, E8, not negative. */
    public long shortOfStrategy() {
        return strategyMaxShort == 0 ? maxShort : strategyMaxShort;
    }
}
