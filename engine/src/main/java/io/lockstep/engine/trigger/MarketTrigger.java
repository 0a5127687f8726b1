package io.lockstep.engine.trigger;

import io.lockstep.engine.book.InstrumentView;
import io.lockstep.engine.book.Market;
import io.lockstep.engine.decision.Ladder;
import io.lockstep.engine.exposure.ExposureBook;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.risk.DenyReason.Unit;
import io.lockstep.engine.risk.RiskSetup;
import io.lockstep.engine.risk.settings.TriggerSettings;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.TradingStatusKind;
import java.math.RoundingMode;

/** An instrument whose data has stopped while it is held, or that weighs too much in its account. */
final class MarketTrigger {
    private static final long NS_PER_MS = 1_000_000;
    private static final long BASIS_POINTS = 10_000;
    private static final long BASIS_POINTS_PER_PERCENT = 100;

    private final TriggerSettings settings;
    private final Market market;
    private final ExposureBook exposure;
    private final Ladder ladder;
    private final int instruments;
    private final int accounts;

    MarketTrigger(RiskSetup setup, int instruments, Market market, ExposureBook exposure, Ladder ladder) {
        settings = setup.settings().triggers();
        accounts = setup.accounts();
        this.instruments = instruments;
        this.market = market;
        this.exposure = exposure;
        this.ladder = ladder;
    }

    /** Looks for data that has stopped; once a second is often enough. */
    void checkSilence(long nowNs) {
        if (settings.staleDataMs() == 0) {
            return;
        }
        for (int id = 0; id < instruments; id++) {
            InstrumentView view = market.view(id);
            long ageMs = (nowNs - view.dataNs()) / NS_PER_MS;
            boolean silent =
                    view.dataNs() > 0 && view.status() == TradingStatusKind.TRADING && ageMs >= settings.staleDataMs();
            if (silent && isHeld(id)) {
                ladder.lower(
                        ScopeKind.INSTRUMENT,
                        id,
                        TradingState.REDUCE,
                        "STALE_DATA",
                        Unit.MILLISECONDS,
                        settings.staleDataMs(),
                        ageMs);
            }
        }
    }

    void checkConcentration(int instrumentId) {
        long most = settings.maxConcentrationPercent() * BASIS_POINTS_PER_PERCENT;
        for (int id = 0; most > 0 && id < accounts; id++) {
            long notional = exposure.heldNotional(id, instrumentId);
            long equity = exposure.equityOf(id);
            if (notional == 0 || equity <= 0 || !exposure.equity().isKnown(id)) {
                continue;
            }
            long share = FixedPoint.multiplyDivide(notional, BASIS_POINTS, equity, RoundingMode.DOWN);
            if (share > most) {
                ladder.lower(
                        ScopeKind.INSTRUMENT,
                        instrumentId,
                        TradingState.REDUCE,
                        "CONCENTRATION",
                        Unit.BASIS_POINTS,
                        most,
                        share);
            }
        }
    }

    private boolean isHeld(int instrumentId) {
        for (int id = 0; id < accounts; id++) {
            if (exposure.held(id, instrumentId) != 0) {
                return true;
            }
        }
        return false;
    }
}
