package io.lockstep.engine.decision;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.risk.DenyReason.Unit;
import io.lockstep.engine.risk.TradingStates;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Severity;
import io.lockstep.engine.sbe.TradingState;
import java.util.Locale;

/**
 * Steps down the trading-state ladder without being asked, each with its numbers in the journal and an alert. Never up: that takes an operator. A
 * scope that stands as low already is left alone, so a trigger that holds for a thousand events speaks once.
 */
public final class Ladder {
    private final TradingStates states;
    private final DecisionWriter writer;
    private final KillListener onKill;

    /**
     * A ladder over the states.
     *
     * @param onKill told of every scope that was killed, to cancel its orders
     */
    public Ladder(TradingStates states, DecisionWriter writer, KillListener onKill) {
        this.states = states;
        this.writer = writer;
        this.onKill = onKill;
    }

    /**
     * Brings a scope down to a state.
     *
     * @param trigger what caused it, a code of up to 32 characters
     * @param unit how to read the numbers
     * @return whether it stood higher
     */
    public boolean lower(
            ScopeKind scope, int scopeId, TradingState to, String trigger, Unit unit, long limit, long actual) {
        TradingState from = states.get(scope, scopeId);
        if (from.value() >= to.value()) {
            return false;
        }
        states.set(scope, scopeId, to);
        writer.stateChange(scope, scopeId, from, to, trigger, limit, actual);
        Severity severity = to == TradingState.REDUCE ? Severity.WARNING : Severity.CRITICAL;
        writer.alert(severity, scope, scopeId, trigger, sentence(scope, scopeId, to, unit, limit, actual));
        if (to.value() >= TradingState.KILL.value()) {
            onKill.killed(scope, scopeId);
        }
        return true;
    }

    /** Writes what goes with it. */
    public DecisionWriter writer() {
        return writer;
    }

    private static String sentence(ScopeKind scope, int scopeId, TradingState to, Unit unit, long limit, long actual) {
        return scope.name().toLowerCase(Locale.ROOT) + " " + scopeId + " goes to " + to + ": limit="
                + number(unit, limit) + ", actual=" + number(unit, actual);
    }

    private static String number(Unit unit, long value) {
        return switch (unit) {
            case DECIMAL -> FixedPoint.format(value);
            case BASIS_POINTS -> value + " bps";
            case MILLISECONDS -> value + " ms";
            case NONE, COUNT, STATE -> Long.toString(value);
        };
    }

    /** Hears of kills. */
    public interface KillListener {
        /** Everything of a scope is to be cancelled. */
        void killed(ScopeKind scope, int scopeId);
    }
}
