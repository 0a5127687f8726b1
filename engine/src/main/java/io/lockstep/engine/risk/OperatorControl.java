package io.lockstep.engine.risk;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.OperatorCommandDecoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.TradingStateChangeEncoder;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import org.jspecify.annotations.Nullable;

/**
 * Moves the ladder on an operator's word and journals each move; counts what it refuses. Only RESET leaves KILL; RESUME leaves REDUCE and
 * HALT. Owned by the risk
 * handler.
 */
final class OperatorControl {
    private final TradingStates states;
    private final Counters counters;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final TradingStateChangeEncoder change = new TradingStateChangeEncoder();

    OperatorControl(TradingStates states, Counters counters) {
        this.states = states;
        this.counters = counters;
    }

    void onCommand(OperatorCommandDecoder command, EngineEvent event) {
        TradingState target = target(command.action());
        if (target == null) {
            return;
        }
        ScopeKind scope = scopeKind(command);
        int id = scopeId(command);
        if (scope == ScopeKind.NULL_VAL || id < 0 || id > TradingStates.MOST_ID) {
            counters.add(Counter.COMMANDS_REFUSED, 1);
            return;
        }
        TradingState from = states.get(scope, id);
        boolean latched = from.value() >= TradingState.KILL.value() && command.action() != OperatorAction.RESET;
        if (latched && target.value() < from.value()) {
            counters.add(Counter.COMMANDS_REFUSED, 1);
            return;
        }
        if (from != target) {
            states.set(scope, id, target);
            journal(scope, id, from, target, event);
        }
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

    private void journal(ScopeKind scope, int id, TradingState from, TradingState to, EngineEvent event) {
        RecordBuffer decisions = event.decisions();
        change.wrapAndApplyHeader(decisions.buffer(), decisions.claimAlways() + MESSAGE_OFFSET, header)
                .causeSequence(event.sequence())
                .scopeKind(scope)
                .scopeId(id)
                .from(from)
                .to(to)
                .limitValue(FixedPoint.NULL)
                .actualValue(FixedPoint.NULL)
                .trigger("OPERATOR");
        decisions.commit(change.limit(), event.timeNs());
    }

    private static @Nullable TradingState target(OperatorAction action) {
        return switch (action) {
            case RESUME, RESET, ENABLE_STRATEGY -> TradingState.RUN;
            case REDUCE -> TradingState.REDUCE;
            case PAUSE, HALT, DISABLE_STRATEGY -> TradingState.HALT;
            case KILL -> TradingState.KILL;
            case FLATTEN, CANCEL_ALL, DRAIN, NULL_VAL -> null;
        };
    }
}
