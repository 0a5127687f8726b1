package io.lockstep.engine.risk.settings;

import io.lockstep.engine.sbe.RunMode;
import io.lockstep.engine.session.EndOfDaySettings;
import io.lockstep.engine.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What the risk gate enforces, and when trading stops by itself. Everything is in force in every mode; live mode also refuses to start without
 * the limits that have no sensible default, see {@link #missingFor}.
 *
 * @param instruments limits of each instrument; an instrument without limits cannot be traded
 * @param collarBps how far a price may be from the reference, basis points
 * @param maxNewPerSecond new orders and changes to one venue in any second; cancels are never throttled
 * @param maxNewPerMinute new orders and changes to one venue in any minute
 * @param maxOpenOrders orders open, in flight or unknown at once
 * @param maxDataAgeMs oldest market data an order may be based on, milliseconds
 * @param orders what every order is held against besides
 * @param account what each account may have at risk
 * @param total what all accounts together may have at risk
 * @param strategies limits of single strategies
 * @param triggers when trading stops by itself
 * @param outcomes how orders without an answer are followed up
 * @param reconcile how the books are compared with the venue's
 * @param protection what guards positions
 * @param endOfDay how the trading day of shares ends
 */
public record RiskSettings(
        @Setting(help = "limits of each instrument") List<InstrumentLimits> instruments,

        @Setting(
                help = "how far a price may be from the reference",
                unit = "basis points",
                fallback = "100",
                least = "1",
                most = "5000")
        int collarBps,

        @Setting(help = "new orders and changes in any second", fallback = "5", least = "1", most = "10000")
        int maxNewPerSecond,

        @Setting(help = "new orders and changes in any minute", fallback = "120", least = "1", most = "100000")
        int maxNewPerMinute,

        @Setting(help = "orders open, in flight or unknown at once", fallback = "10", least = "1", most = "4096")
        int maxOpenOrders,

        @Setting(
                help = "oldest market data an order may be based on",
                unit = "milliseconds",
                fallback = "2000",
                least = "1",
                most = "86400000")
        long maxDataAgeMs,

        @Setting(help = "what every order is held against besides", fallback = "{}")
        OrderControls orders,

        @Setting(help = "what each account may have at risk", fallback = "{}")
        ExposureLimits account,

        @Setting(help = "what all accounts together may have at risk", fallback = "{}")
        TotalLimits total,

        @Setting(help = "limits of single strategies", fallback = "[]")
        List<StrategyLimits> strategies,

        @Setting(help = "when trading stops by itself", fallback = "{}")
        TriggerSettings triggers,

        @Setting(help = "how orders without an answer are followed up", fallback = "{}")
        OutcomeSettings outcomes,

        @Setting(help = "how the books are compared with the venue's", fallback = "{}")
        ReconcileSettings reconcile,

        @Setting(help = "what guards positions", fallback = "{}")
        ProtectionSettings protection,

        @Setting(help = "how the trading day of shares ends", fallback = "{}")
        EndOfDaySettings endOfDay) {

    /** Copies the lists; checks what one key cannot. */
    public RiskSettings {
        instruments = List.copyOf(instruments);
        strategies = List.copyOf(strategies);
        requireUnique("an instrument has limits twice: symbols=", instruments, InstrumentLimits::symbol);
        requireUnique("a strategy has limits twice: names=", strategies, StrategyLimits::name);
        if (maxNewPerMinute < maxNewPerSecond) {
            throw new IllegalArgumentException("a minute allows less than a second: maxNewPerMinute=" + maxNewPerMinute
                    + ", maxNewPerSecond=" + maxNewPerSecond);
        }
    }

    /** These limits, and the defaults for everything else. */
    public RiskSettings(
            List<InstrumentLimits> instruments,
            int collarBps,
            int maxNewPerSecond,
            int maxNewPerMinute,
            int maxOpenOrders,
            long maxDataAgeMs) {
        this(
                instruments,
                collarBps,
                maxNewPerSecond,
                maxNewPerMinute,
                maxOpenOrders,
                maxDataAgeMs,
                OrderControls.defaults(),
                ExposureLimits.defaults(),
                TotalLimits.none(),
                List.of(),
                TriggerSettings.defaults(),
                OutcomeSettings.defaults(),
                ReconcileSettings.defaults(),
                ProtectionSettings.defaults(),
                EndOfDaySettings.defaults());
    }

    /**
     * The limits that must be set before orders may leave in a mode and are not, as their paths below {@code risk}; empty when it may start. What
     * the file must name in any mode is not repeated here.
     */
    public List<String> missingFor(RunMode mode) {
        List<String> missing = new ArrayList<>();
        if (mode != RunMode.LIVE) {
            return missing;
        }
        require(missing, "account.maxGross", account.maxGross());
        require(missing, "account.maxNet", account.maxNet());
        require(missing, "account.maxLeverage", account.maxLeverage());
        require(missing, "triggers.maxDailyLoss", triggers.maxDailyLoss());
        require(missing, "triggers.maxDrawdownPercent", triggers.maxDrawdownPercent());
        require(missing, "triggers.maxConcentrationPercent", triggers.maxConcentrationPercent());
        require(missing, "triggers.maxTradesPerDay", triggers.maxTradesPerDay());
        require(missing, "triggers.apiErrors", triggers.apiErrors());
        require(missing, "triggers.staleDataMs", triggers.staleDataMs());
        require(missing, "triggers.alertAckMs", triggers.alertAckMs());
        return missing;
    }

    /** The limits of a strategy; none of its own where the file names none. */
    public StrategyLimits strategy(String name) {
        return strategies.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseGet(() -> StrategyLimits.none(name));
    }

    private static void require(List<String> missing, String path, long value) {
        if (value == 0) {
            missing.add(path);
        }
    }

    private static <T> void requireUnique(String problem, List<T> entries, Function<T, String> name) {
        List<String> names = entries.stream().map(name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException(problem + names);
        }
    }
}
