package io.lockstep.engine.trigger;

import io.lockstep.engine.carry.CarriedPart;
import io.lockstep.engine.carry.CarriedSeries;
import io.lockstep.engine.carry.CarryWriter;
import io.lockstep.engine.decision.Ladder;
import io.lockstep.engine.exposure.ExposureBook;
import io.lockstep.engine.risk.DenyReason.Unit;
import io.lockstep.engine.risk.settings.RiskSettings;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;
import java.util.List;

/** Each strategy's own loss since the session began, open profit and fees included. */
final class StrategyLossTrigger implements CarriedPart {
    private static final String SERIES = "STRATEGY_LOSS";

    private final ExposureBook exposure;
    private final Ladder ladder;
    private final long[] limits;
    private final long[] starts;
    private final boolean[] done;
    private final boolean any;

    StrategyLossTrigger(RiskSettings settings, List<String> strategies, ExposureBook exposure, Ladder ladder) {
        this.exposure = exposure;
        this.ladder = ladder;
        limits = new long[strategies.size() + 1];
        starts = new long[limits.length];
        done = new boolean[limits.length];
        boolean some = false;
        for (int id = 1; id < limits.length; id++) {
            limits[id] = settings.strategy(strategies.get(id - 1)).maxDailyLoss();
            some |= limits[id] > 0;
        }
        any = some;
    }

    void evaluate() {
        if (!any) {
            return;
        }
        for (int id = 1; id < limits.length; id++) {
            long loss = Math.subtractExact(starts[id], exposure.strategy(id).value());
            if (limits[id] > 0 && !done[id] && loss >= limits[id]) {
                done[id] = true;
                ladder.lower(
                        ScopeKind.STRATEGY, id, TradingState.HALT, "STRATEGY_LOSS", Unit.DECIMAL, limits[id], loss);
            }
        }
    }

    void roll() {
        for (int id = 1; id < limits.length; id++) {
            starts[id] = exposure.strategy(id).value();
            done[id] = false;
        }
    }

    @Override
    public void carryTo(CarryWriter carry) {
        for (int id = 1; id < limits.length; id++) {
            carry.series(ScopeKind.STRATEGY, id, SERIES, starts[id], done[id] ? 1 : 0);
        }
    }

    @Override
    public void carried(CarriedSeries series) {
        if (series.isNamed(SERIES)) {
            long[] values = series.values();
            starts[series.scopeId()] = values[0];
            done[series.scopeId()] = values[1] == 1;
        }
    }

    long hash() {
        long hash = 1;
        for (int id = 1; id < limits.length; id++) {
            hash = hash * 1_000_003 + starts[id] + (done[id] ? 1 : 0);
        }
        return hash;
    }
}
