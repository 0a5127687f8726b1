package io.lockstep.engine.desk;

import io.lockstep.engine.desk.booking.CancelSweep;
import io.lockstep.engine.risk.TradingStates;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;

/**
 * A kill, and a run that is told to stop, end with nothing open: what stands at the venue nevertheless, for its cancel was refused or never arrived,
 * is canceled again every second, by the time in events. Owned by the risk handler.
 */
final class SweepAgain implements TradingStates.Reader {
    private static final long EVERY_NS = 1_000_000_000L;

    private final TradingStates states;
    private final CancelSweep sweep;
    private long nextNs;

    SweepAgain(TradingStates states, CancelSweep sweep) {
        this.states = states;
        this.sweep = sweep;
    }

    void onTime(long nowNs) {
        if (nowNs >= nextNs) {
            nextNs = nowNs + EVERY_NS;
            states.forEach(this);
            if (states.isDraining()) {
                sweep.insist(ScopeKind.ENGINE, 0);
            }
        }
    }

    @Override
    public void read(ScopeKind scope, int id, TradingState state) {
        if (state.value() >= TradingState.KILL.value()) {
            sweep.insistOnKill(scope, id);
        }
    }
}
