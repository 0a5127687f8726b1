package io.lockstep.launcher.swarm.world;

import io.lockstep.engine.EngineSettings;
import io.lockstep.engine.EngineSetup;
import io.lockstep.engine.Threading;
import io.lockstep.engine.WaitMode;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.order.Remembered;
import io.lockstep.engine.risk.settings.ExposureLimits;
import io.lockstep.engine.risk.settings.InstrumentLimits;
import io.lockstep.engine.risk.settings.OrderControls;
import io.lockstep.engine.risk.settings.OrphanPolicy;
import io.lockstep.engine.risk.settings.OutcomeSettings;
import io.lockstep.engine.risk.settings.ProtectionSettings;
import io.lockstep.engine.risk.settings.ReconcileSettings;
import io.lockstep.engine.risk.settings.RiskSettings;
import io.lockstep.engine.risk.settings.TotalLimits;
import io.lockstep.engine.risk.settings.TriggerSettings;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.session.EndOfDaySettings;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategySpec;
import io.lockstep.launcher.swarm.fault.FaultPlan;
import io.lockstep.launcher.swarm.fault.Feature;
import io.lockstep.launcher.swarm.machine.Workmanship;
import io.lockstep.launcher.swarm.trader.HostileTrader;
import io.lockstep.launcher.swarm.trader.PatientTrader;
import io.lockstep.launcher.swarm.trader.StormTrader;
import java.util.List;
import java.util.Set;

/** What the engine of a world is built from: two instruments, one account, limits that are reached, a sound or a hostile strategy. Immutable. */
public final class WorldSetup {
    /** Largest position, base currency, E8. */
    public static final long MAX_POSITION = 2 * FixedPoint.ONE;

    /** Oldest market data for an order, milliseconds. */
    public static final int MAX_DATA_AGE_MS = 5_000;

    /** Largest clock difference, milliseconds. */
    public static final int MAX_CLOCK_OFFSET_MS = 250;

    /** How outcomes are followed up. */
    public static final OutcomeSettings OUTCOMES = OutcomeSettings.defaults();

    private static final int OPEN_ORDERS = 12;
    private static final int NEW_PER_SECOND = 5;
    private static final int NEW_PER_MINUTE = 120;
    private static final int STORM_OPEN_ORDERS = 64;
    private static final int STORM_NEW_PER_SECOND = 64;
    private static final int STORM_NEW_PER_MINUTE = 2_000;
    private static final int STORM_MESSAGES_PER_MINUTE = 6_000;
    private static final int MESSAGES_PER_MINUTE = 600;
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final long CENT = 1_000_000;
    private static final long LOT = 100_000;
    private static final Remembered LEAN = new Remembered(512, 2_048, 1_024);
    private static final EngineSettings STEPPED =
            new EngineSettings(Threading.FUSED, WaitMode.AUTO, 8, 256, 0, 250, 1_000, 0, 512);

    private final FaultPlan plan;
    private final long quietFromNs;
    private final List<Instrument> instruments;

    /**
     * A set-up of a world.
     *
     * @param quietFromNs when the strategies stop, UTC, nanoseconds
     */
    WorldSetup(FaultPlan plan, long quietFromNs) {
        this.plan = plan;
        this.quietFromNs = quietFromNs;
        instruments = List.of(instrument(0, "BTCUSDT", "BTC"), instrument(1, "ETHUSDT", "ETH"));
    }

    /** Where prices begin, E8. */
    static long[] openingPrices() {
        return new long[] {100 * FixedPoint.ONE, 50 * FixedPoint.ONE};
    }

    /** What is traded. */
    public List<Instrument> instruments() {
        return instruments;
    }

    /** The plan of the world. */
    FaultPlan plan() {
        return plan;
    }

    /** Open orders there may be. */
    public int maxOpenOrders() {
        return plan.has(Feature.STORM) ? STORM_OPEN_ORDERS : OPEN_ORDERS;
    }

    /** New orders and changes a second. */
    public int maxNewPerSecond() {
        return plan.has(Feature.STORM) ? STORM_NEW_PER_SECOND : NEW_PER_SECOND;
    }

    /** Where it is traded. */
    public Venue venue() {
        return plan.has(Feature.SPOT) ? Venue.BINANCE_SPOT : Venue.BINANCE_USDM;
    }

    /** A set-up with strategies of its own, the same each time. */
    EngineSetup build(Workmanship workmanship) {
        StrategySpec spec = new StrategySpec(1, "trader", 0, List.of(0, 1), workmanship.strategy(strategy()));
        return new EngineSetup(
                STEPPED,
                instruments,
                1,
                List.of(spec),
                Set.of(),
                workmanship.risk(risk()),
                timeNs -> (int) Math.floorDiv(timeNs, DAY_NS),
                LEAN);
    }

    private Strategy strategy() {
        if (plan.has(Feature.STORM)) {
            return new StormTrader(plan.seed(), quietFromNs, STORM_OPEN_ORDERS / 2);
        }
        return plan.has(Feature.HOSTILE)
                ? new HostileTrader(plan.seed(), quietFromNs)
                : new PatientTrader(plan.seed(), quietFromNs);
    }

    private Instrument instrument(int id, String symbol, String base) {
        return new Instrument(
                id,
                venue(),
                plan.has(Feature.SPOT) ? AssetClass.SPOT : AssetClass.PERPETUAL,
                symbol,
                base,
                "USDT",
                CENT,
                LOT,
                LOT,
                9_000 * FixedPoint.ONE,
                0,
                FixedPoint.ONE,
                20_000,
                50_000);
    }

    private RiskSettings risk() {
        long shorts = plan.has(Feature.SPOT) ? 0 : MAX_POSITION;
        boolean storm = plan.has(Feature.STORM);
        List<InstrumentLimits> limits = instruments.stream()
                .map(each ->
                        new InstrumentLimits(each.symbol(), FixedPoint.ONE, 200 * FixedPoint.ONE, MAX_POSITION, shorts))
                .toList();
        return new RiskSettings(
                limits,
                200,
                maxNewPerSecond(),
                storm ? STORM_NEW_PER_MINUTE : NEW_PER_MINUTE,
                maxOpenOrders(),
                MAX_DATA_AGE_MS,
                new OrderControls(
                        0,
                        60_000,
                        1_000,
                        storm ? STORM_MESSAGES_PER_MINUTE : MESSAGES_PER_MINUTE,
                        20,
                        0,
                        5_000,
                        200,
                        MAX_CLOCK_OFFSET_MS,
                        false),
                ExposureLimits.defaults(),
                TotalLimits.none(),
                List.of(),
                plan.has(Feature.TIGHT_TRIGGERS) ? tight() : loose(),
                new OutcomeSettings(
                        OUTCOMES.ackTimeoutMs(),
                        OUTCOMES.recvWindowMs(),
                        OUTCOMES.clockErrorMs(),
                        OUTCOMES.venueTimeoutMs(),
                        OUTCOMES.marginMs(),
                        plan.seed() % 2 == 0 ? OrphanPolicy.REPORT : OrphanPolicy.CANCEL),
                ReconcileSettings.defaults(),
                ProtectionSettings.defaults(),
                EndOfDaySettings.defaults());
    }

    private static TriggerSettings tight() {
        return new TriggerSettings(20 * FixedPoint.ONE, 50, 5, 3, 0, 20_000, 0, 5, 1, 500, 60_000, 60_000);
    }

    private static TriggerSettings loose() {
        return new TriggerSettings(0, 50, 0, 0, 0, 0, 0, 0, 10_000, 0, 60_000, 0);
    }
}
