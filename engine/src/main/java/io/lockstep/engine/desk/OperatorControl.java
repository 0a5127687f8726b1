package io.lockstep.engine.desk;

import io.lockstep.engine.decision.DecisionWriter;
import io.lockstep.engine.exposure.ExposureBook;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.risk.GateState;
import io.lockstep.engine.risk.Readiness;
import io.lockstep.engine.risk.TradingStates;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.OperatorCommandDecoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import org.jspecify.annotations.Nullable;

/**
 * Moves the ladder on an operator's word and journals each move; counts what it refuses. Only RESET leaves KILL, and only while every order's
 * outcome is known and the books equal the venue's; RESUME leaves REDUCE and HALT. Owned by the risk handler.
 */
final class OperatorControl {
    private final TradingStates states;
    private final Readiness readiness;
    private final ExposureBook exposure;
    private final int accounts;
    private final DecisionWriter writer;
    private final Counters counters;

    OperatorControl(GateState state, int accounts, DecisionWriter writer, Counters counters) {
        states = state.states();
        readiness = state.readiness();
        exposure = state.exposure();
        this.accounts = accounts;
        this.writer = writer;
        this.counters = counters;
    }

    /** Whether the command was carried out as far as the ladder goes. */
    boolean onCommand(OperatorCommandDecoder command) {
        TradingState target = target(command.action());
        if (target == null) {
            return true;
        }
        ScopeKind scope = scopeKind(command);
        int id = scopeId(command);
        if (scope == ScopeKind.NULL_VAL || id < 0 || id > TradingStates.MOST_ID) {
            counters.add(Counter.COMMANDS_REFUSED, 1);
            return false;
        }
        TradingState from = states.get(scope, id);
        boolean latched = from.value() >= TradingState.KILL.value() && command.action() != OperatorAction.RESET;
        if (latched && target.value() < from.value()) {
            counters.add(Counter.COMMANDS_REFUSED, 1);
            return false;
        }
        if (command.action() == OperatorAction.RESET && !isCertain()) {
            counters.add(Counter.COMMANDS_REFUSED, 1);
            return false;
        }
        if (from != target) {
            states.set(scope, id, target);
            writer.stateChange(scope, id, from, target, "OPERATOR", FixedPoint.NULL, FixedPoint.NULL);
        }
        return true;
    }

    /** Whether every outcome is known and every account's books are known to equal the venue's. */
    private boolean isCertain() {
        boolean certain = exposure.total().unknownOrders() == 0;
        for (int id = 0; id < accounts; id++) {
            certain &= !readiness.isSupervised(id) || readiness.isReconciled(id);
        }
        return certain;
    }

    /** What a command covers; enabling and disabling is always about a strategy. */
    static ScopeKind scopeKind(OperatorCommandDecoder command) {
        return switch (command.action()) {
            case ENABLE_STRATEGY, DISABLE_STRATEGY -> ScopeKind.STRATEGY;
            default -> command.scopeKind();
        };
    }

    /** Which one a command covers; there is one engine, with id 0. */
    static int scopeId(OperatorCommandDecoder command) {
        return scopeKind(command) == ScopeKind.ENGINE ? 0 : command.scopeId();
    }

    private static @Nullable TradingState target(OperatorAction action) {
        return switch (action) {
            case RESUME, RESET, ENABLE_STRATEGY -> TradingState.RUN;
            case REDUCE -> TradingState.REDUCE;
            case PAUSE, HALT, DISABLE_STRATEGY -> TradingState.HALT;
            case KILL -> TradingState.KILL;
            case FLATTEN, CANCEL_ALL, DRAIN, OVERRIDE, NULL_VAL -> null;
        };
    }
}
