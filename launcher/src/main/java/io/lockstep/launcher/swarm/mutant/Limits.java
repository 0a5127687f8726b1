package io.lockstep.launcher.swarm.mutant;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.risk.settings.InstrumentLimits;
import io.lockstep.engine.risk.settings.OrderControls;
import io.lockstep.engine.risk.settings.OutcomeSettings;
import io.lockstep.engine.risk.settings.RiskSettings;
import io.lockstep.launcher.swarm.machine.Workmanship;
import java.util.List;
import java.util.function.UnaryOperator;

/** Limits that do not hold: what a slip in the configuration, or a check that was left out, comes to. */
final class Limits {
    private static final int NO_RATE = 1_000;
    private static final int EVER_MS = 86_400_000;

    private Limits() {}

    /** Positions ten times as large. */
    static Workmanship wide() {
        return of(risk -> {
            List<InstrumentLimits> wide = risk.instruments().stream()
                    .map(each -> new InstrumentLimits(
                            each.symbol(),
                            each.maxOrderQuantity(),
                            each.maxOrderNotional(),
                            10 * each.maxLong(),
                            10 * each.maxShort()))
                    .toList();
            return with(risk, wide, risk.maxNewPerSecond(), risk.maxDataAgeMs(), risk.orders(), risk.outcomes());
        });
    }

    /** Orders ten times as large. */
    static Workmanship large() {
        return of(risk -> {
            List<InstrumentLimits> large = risk.instruments().stream()
                    .map(each -> new InstrumentLimits(
                            each.symbol(),
                            10 * each.maxOrderQuantity(),
                            1_000 * FixedPoint.ONE,
                            each.maxLong(),
                            each.maxShort()))
                    .toList();
            return with(risk, large, risk.maxNewPerSecond(), risk.maxDataAgeMs(), risk.orders(), risk.outcomes());
        });
    }

    /** As many orders a second as a strategy likes. */
    static Workmanship unthrottled() {
        return of(risk -> with(risk, risk.instruments(), NO_RATE, risk.maxDataAgeMs(), risk.orders(), risk.outcomes()));
    }

    /** Ten times as many open orders. */
    static Workmanship crowded() {
        return of(risk -> open(risk, 10 * risk.maxOpenOrders()));
    }

    /** Data of any age. */
    static Workmanship stale() {
        return of(risk ->
                with(risk, risk.instruments(), risk.maxNewPerSecond(), EVER_MS, risk.orders(), risk.outcomes()));
    }

    /** Clocks that may differ by anything. */
    static Workmanship anyClock() {
        return of(risk -> {
            OrderControls sound = risk.orders();
            OrderControls loose = new OrderControls(
                    sound.collarWindowBps(),
                    sound.collarWindowMs(),
                    sound.dupWindowMs(),
                    sound.maxMessagesPerMinute(),
                    sound.cancelReservePercent(),
                    sound.maxReentriesPerHour(),
                    sound.maxEquityDataAgeMs(),
                    sound.maxSpreadBps(),
                    60_000,
                    sound.extendedHours());
            return with(risk, risk.instruments(), risk.maxNewPerSecond(), EVER_MS, loose, risk.outcomes());
        });
    }

    /** Absence believed after two seconds. */
    static Workmanship hasty() {
        return of(risk -> {
            OutcomeSettings hasty = new OutcomeSettings(
                    risk.outcomes().ackTimeoutMs(),
                    1_000,
                    0,
                    1_000,
                    0,
                    risk.outcomes().orphans());
            return with(risk, risk.instruments(), risk.maxNewPerSecond(), risk.maxDataAgeMs(), risk.orders(), hasty);
        });
    }

    private static Workmanship of(UnaryOperator<RiskSettings> change) {
        return new Workmanship() {
            @Override
            public RiskSettings risk(RiskSettings sound) {
                return change.apply(sound);
            }
        };
    }

    private static RiskSettings with(
            RiskSettings risk,
            List<InstrumentLimits> instruments,
            int perSecond,
            long dataAgeMs,
            OrderControls orders,
            OutcomeSettings outcomes) {
        return new RiskSettings(
                instruments,
                risk.collarBps(),
                perSecond,
                Math.max(perSecond, risk.maxNewPerMinute()),
                risk.maxOpenOrders(),
                dataAgeMs,
                orders,
                risk.account(),
                risk.total(),
                risk.strategies(),
                risk.triggers(),
                outcomes,
                risk.reconcile(),
                risk.protection(),
                risk.endOfDay());
    }

    private static RiskSettings open(RiskSettings risk, int orders) {
        return new RiskSettings(
                risk.instruments(),
                risk.collarBps(),
                risk.maxNewPerSecond(),
                risk.maxNewPerMinute(),
                orders,
                risk.maxDataAgeMs(),
                risk.orders(),
                risk.account(),
                risk.total(),
                risk.strategies(),
                risk.triggers(),
                risk.outcomes(),
                risk.reconcile(),
                risk.protection(),
                risk.endOfDay());
    }
}
