package io.lockstep.engine.trigger;

import io.lockstep.engine.book.InstrumentView;
import io.lockstep.engine.decision.Ladder;
import io.lockstep.engine.risk.DenyReason.Unit;
import io.lockstep.engine.risk.settings.TriggerSettings;
import io.lockstep.engine.risk.window.PriceMove;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;

/** An instrument whose price runs away within the window. */
final class VolatilityTrigger {
    private static final long NS_PER_MS = 1_000_000;

    private final int mostBps;
    private final Ladder ladder;
    private final PriceMove[] moves;

    VolatilityTrigger(TriggerSettings settings, int instruments, Ladder ladder) {
        mostBps = settings.volPauseBps();
        this.ladder = ladder;
        moves = new PriceMove[instruments];
        for (int i = 0; i < instruments; i++) {
            moves[i] = new PriceMove(settings.volWindowMs() * NS_PER_MS);
        }
    }

    /** Notes a price; 0 if there is none. */
    long observed(int instrumentId, InstrumentView view, long nowNs) {
        long price = view.referencePrice();
        if (mostBps == 0 || price <= 0) {
            return 0;
        }
        moves[instrumentId].add(nowNs, price);
        return price;
    }

    void priced(int instrumentId, InstrumentView view, long nowNs) {
        long price = observed(instrumentId, view, nowNs);
        if (price != 0 && moves[instrumentId].exceeds(price, mostBps)) {
            ladder.lower(
                    ScopeKind.INSTRUMENT,
                    instrumentId,
                    TradingState.REDUCE,
                    "VOLATILITY_PAUSE",
                    Unit.BASIS_POINTS,
                    mostBps,
                    moves[instrumentId].basisPoints(price));
        }
    }
}
