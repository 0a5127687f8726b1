package io.lockstep.engine.risk;

import io.lockstep.engine.carry.CarriedPart;
import io.lockstep.engine.carry.CarriedSeries;
import io.lockstep.engine.carry.CarryWriter;
import io.lockstep.engine.risk.window.SlidingWindow;
import io.lockstep.engine.sbe.ScopeKind;
import java.util.List;
import java.util.stream.IntStream;

/** How often each strategy has opened a position within the last hour, by its fills. Owned by the risk handler. */
public final class Reentries implements CarriedPart {
    private static final String SERIES = "REENTRIES";
    private static final long HOUR_NS = 3_600_000_000_000L;

    private final int limit;
    private final List<SlidingWindow> byStrategy;

    /**
     * Counts from zero.
     *
     * @param limit entries in any hour; 0 counts nothing
     * @param strategies number of strategies; their ids run from 1
     */
    public Reentries(int limit, int strategies) {
        this.limit = limit;
        byStrategy = IntStream.rangeClosed(0, strategies)
                .mapToObj(id -> new SlidingWindow(Math.max(1, limit), HOUR_NS))
                .toList();
    }

    /** A strategy that was flat in an instrument no longer is. */
    public void entered(int strategyId, long nowNs) {
        if (limit > 0) {
            byStrategy.get(strategyId).addAnyway(nowNs);
        }
    }

    /** A person has looked: the strategy starts from zero. */
    public void forgive(int strategyId) {
        byStrategy.get(strategyId).clear();
    }

    @Override
    public void carryTo(CarryWriter carry) {
        for (int id = 1; id < byStrategy.size(); id++) {
            carry.series(ScopeKind.STRATEGY, id, SERIES, byStrategy.get(id).times());
        }
    }

    @Override
    public void carried(CarriedSeries series) {
        if (series.isNamed(SERIES)) {
            series.forEach(byStrategy.get(series.scopeId())::addAnyway);
        }
    }

    int limit() {
        return limit;
    }

    int count(int strategyId, long nowNs) {
        return byStrategy.get(strategyId).count(nowNs);
    }
}
