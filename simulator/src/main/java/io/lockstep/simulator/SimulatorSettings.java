package io.lockstep.simulator;

import io.lockstep.engine.settings.Setting;
import io.lockstep.simulator.account.AccountRules;
import io.lockstep.simulator.account.FeeCurrency;
import io.lockstep.simulator.account.MarginBrackets;
import io.lockstep.simulator.market.DepthAssumption;
import io.lockstep.simulator.matching.MatchingSettings;
import io.lockstep.simulator.order.SelfTradePrevention;

/** How the simulated venue fills, delays and charges. */
public record SimulatorSettings(
        @Setting(
                help = "notional allowed for one unit of equity; 1 is cash only unless shorting is allowed",
                fallback = "1",
                least = "1",
                most = "125")
        int leverage,

        @Setting(help = "whether spot and equity positions may go below zero", fallback = "false")
        boolean allowShort,

        @Setting(help = "what fees are taken in: quote, received or third-asset", fallback = "quote")
        FeeCurrency feeCurrency,

        @Setting(help = "asset of fees with third-asset", fallback = "BNB")
        String feeAsset,

        @Setting(
                help = "price of the fee asset",
                unit = "quote currency",
                fallback = "600",
                least = "0.00000001",
                most = "1000000",
                decimal = true)
        long feeAssetPrice,

        @Setting(
                help = "maintenance margin, fraction of notional",
                fallback = "0.004",
                least = "0",
                most = "0.5",
                decimal = true)
        long maintenanceMargin,

        @Setting(
                help = "fee of forced fills, fraction of notional",
                fallback = "0.0125",
                least = "0",
                most = "0.1",
                decimal = true)
        long liquidationFee,

        @Setting(
                help = "time from sending an order to its effect, the feed's own delay included",
                unit = "microseconds",
                fallback = "1000",
                least = "0",
                most = "60000000")
        long entryLatencyUs,

        @Setting(
                help = "time from an effect to the report of it",
                unit = "microseconds",
                fallback = "1000",
                least = "0",
                most = "60000000")
        long responseLatencyUs,

        @Setting(
                help = "most that is added to either latency, drawn per message from the seed",
                unit = "microseconds",
                fallback = "0",
                least = "0",
                most = "60000000")
        long latencyJitterUs,

        @Setting(help = "seed of all that is drawn", fallback = "1")
        long seed,

        @Setting(
                help =
                        "share of unexplained queue decreases taken to stand ahead of us in proportion; 0 is most careful",
                fallback = "0",
                least = "0",
                most = "1",
                decimal = true)
        long cancelsAheadShare,

        @Setting(
                help = "levels assumed behind the best price where depth is not known",
                fallback = "4",
                least = "0",
                most = "1000")
        int assumedLevels,

        @Setting(help = "distance of assumed levels", unit = "ticks", fallback = "1", least = "1", most = "100000")
        int assumedLevelTicks,

        @Setting(
                help = "size of an assumed level as a multiple of the best one's",
                fallback = "1",
                least = "0",
                most = "1000",
                decimal = true)
        long assumedLevelSize,

        @Setting(
                help = "time after which liquidity we took counts as quoted anew; 0 is never",
                unit = "milliseconds",
                fallback = "1000",
                least = "0",
                most = "86400000")
        long replenishMs,

        @Setting(
                help = "spread of quotes formed around trades where none are recorded",
                unit = "ticks",
                fallback = "1",
                least = "1",
                most = "1000000")
        int formedSpreadTicks,

        @Setting(help = "size of formed quotes in mean trade sizes", fallback = "2", least = "1", most = "1000")
        int formedSizeMultiple,

        @Setting(
                help = "part of a bar's volume our orders can get",
                fallback = "0.1",
                least = "0",
                most = "1",
                decimal = true)
        long barParticipation,

        @Setting(
                help = "end of a DAY order after midnight UTC where the venue does not close earlier",
                unit = "minutes",
                fallback = "0",
                least = "0",
                most = "1439")
        int dayRollMinutes,

        @Setting(
                help = "when two orders of one account meet: none, expire-taker, expire-maker or expire-both",
                fallback = "expire-taker")
        SelfTradePrevention selfTradePrevention,

        @Setting(help = "closed orders kept for queries", fallback = "10000", least = "1", most = "10000000")
        int closedOrders) {

    /** How fills are modelled. */
    public MatchingSettings matching() {
        DepthAssumption depth =
                new DepthAssumption(assumedLevels, assumedLevelTicks, assumedLevelSize, replenishMs * 1_000_000L);
        return new MatchingSettings(
                cancelsAheadShare,
                depth,
                formedSpreadTicks,
                formedSizeMultiple,
                barParticipation,
                dayRollMinutes,
                closedOrders);
    }

    /** How money is treated. */
    public AccountRules accountRules() {
        return new AccountRules(
                leverage,
                allowShort,
                feeCurrency,
                feeAsset,
                feeAssetPrice,
                MarginBrackets.flat(maintenanceMargin),
                liquidationFee);
    }

    /** How long messages travel. */
    public LatencyModel latency() {
        return new LatencyModel(entryLatencyUs * 1000, responseLatencyUs * 1000, latencyJitterUs * 1000, seed);
    }
}
