package io.lockstep.engine.trigger;

import io.lockstep.engine.carry.CarriedPart;
import io.lockstep.engine.carry.CarriedSeries;
import io.lockstep.engine.carry.CarryWriter;
import io.lockstep.engine.decision.Ladder;
import io.lockstep.engine.risk.DenyReason.Unit;
import io.lockstep.engine.risk.settings.TriggerSettings;
import io.lockstep.engine.risk.window.SlidingWindow;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.Venue;

/** Refusals, lost answers and failed requests that come too often. Refusals halt the strategy first; a venue's own troubles halt the venue. */
final class StormTrigger implements CarriedPart {
    private static final String REJECTS = "REJECTS";
    private static final String UNKNOWNS = "UNKNOWNS";
    private static final String API_ERRORS = "API_ERRORS";
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final int VENUE_FACTOR = 3;

    private final TriggerSettings settings;
    private final Ladder ladder;
    private final SlidingWindow[] rejectsOfStrategy;
    private final SlidingWindow[] rejectsOfVenue;
    private final SlidingWindow[] unknowns;
    private final int[] errors;

    StormTrigger(TriggerSettings settings, int strategies, Ladder ladder) {
        this.settings = settings;
        this.ladder = ladder;
        int venues = Venue.ALPACA.value() + 1;
        rejectsOfStrategy = windows(strategies + 1, settings.maxRejectsPerMinute());
        rejectsOfVenue = windows(venues, VENUE_FACTOR * settings.maxRejectsPerMinute());
        unknowns = windows(venues, settings.maxUnknownPerMinute());
        errors = new int[venues];
    }

    void rejected(int strategyId, Venue venue, long nowNs) {
        int most = settings.maxRejectsPerMinute();
        if (most == 0) {
            return;
        }
        int own = rejectsOfStrategy[strategyId].addAnyway(nowNs);
        if (own > most && strategyId > 0) {
            ladder.lower(ScopeKind.STRATEGY, strategyId, TradingState.HALT, "REJECT_STORM", Unit.COUNT, most, own);
        }
        int all = rejectsOfVenue[venue.value()].addAnyway(nowNs);
        if (all > VENUE_FACTOR * most) {
            ladder.lower(
                    ScopeKind.VENUE,
                    venue.value(),
                    TradingState.HALT,
                    "REJECT_STORM",
                    Unit.COUNT,
                    VENUE_FACTOR * (long) most,
                    all);
        }
    }

    void unknown(Venue venue, long nowNs) {
        int most = settings.maxUnknownPerMinute();
        int count = most == 0 ? 1 : unknowns[venue.value()].addAnyway(nowNs);
        if (count > most) {
            ladder.lower(ScopeKind.VENUE, venue.value(), TradingState.HALT, "UNKNOWN_STORM", Unit.COUNT, most, count);
        }
    }

    void failed(Venue venue) {
        int most = settings.apiErrors();
        int inARow = ++errors[venue.value()];
        if (most > 0 && inARow >= most) {
            ladder.lower(ScopeKind.VENUE, venue.value(), TradingState.HALT, "API_ERRORS", Unit.COUNT, most, inARow);
        }
    }

    /** The venue answered: the row of failures ends. */
    void answered(Venue venue) {
        errors[venue.value()] = 0;
    }

    @Override
    public void carryTo(CarryWriter carry) {
        for (int id = 1; id < rejectsOfStrategy.length; id++) {
            carry.series(ScopeKind.STRATEGY, id, REJECTS, rejectsOfStrategy[id].times());
        }
        for (int venue = 0; venue < errors.length; venue++) {
            carry.series(ScopeKind.VENUE, venue, REJECTS, rejectsOfVenue[venue].times());
            carry.series(ScopeKind.VENUE, venue, UNKNOWNS, unknowns[venue].times());
            carry.series(ScopeKind.VENUE, venue, API_ERRORS, errors[venue]);
        }
    }

    @Override
    public void carried(CarriedSeries series) {
        int id = series.scopeId();
        if (series.isNamed(REJECTS)) {
            boolean ofStrategy = series.scope() == ScopeKind.STRATEGY;
            series.forEach((ofStrategy ? rejectsOfStrategy : rejectsOfVenue)[id]::addAnyway);
        } else if (series.isNamed(UNKNOWNS)) {
            series.forEach(unknowns[id]::addAnyway);
        } else if (series.isNamed(API_ERRORS)) {
            series.forEach(inARow -> errors[id] = (int) inARow);
        }
    }

    long hash() {
        long hash = 1;
        for (int error : errors) {
            hash = hash * 31 + error;
        }
        return hash;
    }

    private static SlidingWindow[] windows(int count, int limit) {
        SlidingWindow[] windows = new SlidingWindow[count];
        for (int i = 0; i < count; i++) {
            windows[i] = new SlidingWindow(Math.max(1, limit), MINUTE_NS);
        }
        return windows;
    }
}
