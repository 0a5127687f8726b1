package io.lockstep.engine.testkit;

import static io.lockstep.engine.testkit.TestInstruments.e8;

import io.lockstep.engine.EngineSettings;
import io.lockstep.engine.EngineSetup;
import io.lockstep.engine.indicator.Timeframe;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.risk.settings.ExposureLimits;
import io.lockstep.engine.risk.settings.InstrumentLimits;
import io.lockstep.engine.risk.settings.OrderControls;
import io.lockstep.engine.risk.settings.OutcomeSettings;
import io.lockstep.engine.risk.settings.ProtectionSettings;
import io.lockstep.engine.risk.settings.ReconcileSettings;
import io.lockstep.engine.risk.settings.RiskSettings;
import io.lockstep.engine.risk.settings.StrategyLimits;
import io.lockstep.engine.risk.settings.TotalLimits;
import io.lockstep.engine.risk.settings.TriggerSettings;
import io.lockstep.engine.session.EndOfDaySettings;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An engine set-up for tests, changed where the test needs it: two instruments, one account, wide limits, sessions that are UTC days.
 * Every strategy is given every instrument.
 */
public final class TestSetup {
    private static final long DAY_NS = 86_400_000_000_000L;

    private final List<? extends Strategy> strategies;
    private EngineSettings settings = EngineHarness.settings();
    private List<Instrument> instruments = EngineHarness.instruments();
    private RiskSettings risk = risk(10_000, 1_000_000, 1_000, 86_400_000);
    private int accounts = 1;

    private TestSetup(List<? extends Strategy> strategies) {
        this.strategies = strategies;
    }

    /** A set-up of strategies named {@code s1}, {@code s2} and so on. */
    public static TestSetup of(Strategy... strategies) {
        return new TestSetup(List.of(strategies));
    }

    /** Wide limits on the usual instruments, with these rates and ages; no triggers, no limits on money. */
    public static RiskSettings risk(int perSecond, int perMinute, int openOrders, long maxDataAgeMs) {
        List<InstrumentLimits> limits = List.of(
                new InstrumentLimits("BTCUSDT", e8("100"), e8("10000000"), e8("1000"), e8("1000")),
                new InstrumentLimits("ETHUSDT", e8("100"), e8("10000000"), e8("1000"), e8("1000")),
                new InstrumentLimits("AAPL", e8("10000"), e8("10000000"), e8("10000"), e8("10000")));
        return new RiskSettings(
                limits,
                100,
                perSecond,
                perMinute,
                openOrders,
                maxDataAgeMs,
                new OrderControls(0, 60_000, 0, 100_000, 20, 0, 5_000, 0, 250, true),
                ExposureLimits.none(),
                TotalLimits.none(),
                List.of(),
                TriggerSettings.none(),
                OutcomeSettings.defaults(),
                ReconcileSettings.defaults(),
                ProtectionSettings.defaults(),
                EndOfDaySettings.defaults());
    }

    /** The same limits with another follow-up of lost answers. */
    public static RiskSettings with(RiskSettings risk, OutcomeSettings outcomes) {
        return of(risk, risk.triggers(), risk.strategies(), outcomes, risk.protection(), risk.endOfDay());
    }

    /** The same limits with other triggers. */
    public static RiskSettings with(RiskSettings risk, TriggerSettings triggers, List<StrategyLimits> strategies) {
        return of(risk, triggers, strategies, risk.outcomes(), risk.protection(), risk.endOfDay());
    }

    /** The same limits with other protection. */
    public static RiskSettings with(RiskSettings risk, ProtectionSettings protection) {
        return of(risk, risk.triggers(), risk.strategies(), risk.outcomes(), protection, risk.endOfDay());
    }

    /** The same limits with another end of day. */
    public static RiskSettings with(RiskSettings risk, EndOfDaySettings endOfDay) {
        return of(risk, risk.triggers(), risk.strategies(), risk.outcomes(), risk.protection(), endOfDay);
    }

    private static RiskSettings of(
            RiskSettings risk,
            TriggerSettings triggers,
            List<StrategyLimits> strategies,
            OutcomeSettings outcomes,
            ProtectionSettings protection,
            EndOfDaySettings endOfDay) {
        return new RiskSettings(
                risk.instruments(),
                risk.collarBps(),
                risk.maxNewPerSecond(),
                risk.maxNewPerMinute(),
                risk.maxOpenOrders(),
                risk.maxDataAgeMs(),
                risk.orders(),
                risk.account(),
                risk.total(),
                strategies,
                triggers,
                outcomes,
                risk.reconcile(),
                protection,
                endOfDay);
    }

    /** Other engine settings. */
    public TestSetup settings(EngineSettings other) {
        settings = other;
        return this;
    }

    /** Other instruments. */
    public TestSetup instruments(Instrument... others) {
        instruments = List.of(others);
        return this;
    }

    /** Other limits. */
    public TestSetup risk(RiskSettings other) {
        risk = other;
        return this;
    }

    /** More accounts; strategies trade for them in turn. */
    public TestSetup accounts(int number) {
        accounts = number;
        return this;
    }

    /** The set-up. */
    public EngineSetup build() {
        List<Integer> ids = instruments.stream().map(Instrument::id).toList();
        List<StrategySpec> specs = new ArrayList<>();
        for (Strategy strategy : strategies) {
            int id = specs.size() + 1;
            specs.add(new StrategySpec(id, "s" + id, (id - 1) % accounts, ids, strategy));
        }
        return new EngineSetup(
                settings, instruments, accounts, specs, Set.copyOf(Timeframe.ALL), risk, TestSetup::utcDay);
    }

    /** UTC days since the epoch: sessions that need no calendar. */
    public static int utcDay(long timeNs) {
        return (int) Math.floorDiv(timeNs, DAY_NS);
    }
}
