package io.lockstep.engine.risk;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.OperatorCommandDecoder;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.TradingStateChangeEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Moves the ladder on an operator's word and journals each move. Only RESET leaves KILL; RESUME leaves REDUCE and HALT. Owned by the risk
 * handler.
 */
final class OperatorControl {
    private final TradingStates states;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final TradingStateChangeEncoder change = new TradingStateChangeEncoder();

    OperatorControl(TradingStates states) {
        this.states = states;
    }

    void onCommand(OperatorCommandDecoder command, EngineEvent event) {
        TradingState target = target(command.action());
        if (target == null) {
            return;
        }
        TradingState from = states.get(command.scopeKind(), command.scopeId());
        boolean latched = from.value() >= TradingState.KILL.value() && command.action() != OperatorAction.RESET;
        if (from == target || latched && target.value() < from.value()) {
            return;
        }
        states.set(command.scopeKind(), command.scopeId(), target);
        journal(command, from, target, event);
    }

    private void journal(OperatorCommandDecoder command, TradingState from, TradingState to, EngineEvent event) {
        RecordBuffer decisions = event.decisions();
        change.wrapAndApplyHeader(decisions.buffer(), decisions.claim() + MESSAGE_OFFSET, header)
                .causeSequence(event.sequence())
                .scopeKind(command.scopeKind())
                .scopeId(command.scopeId())
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
            case FLATTEN, CANCEL_ALL, NULL_VAL -> null;
        };
    }
}
