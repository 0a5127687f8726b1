package io.lockstep.engine.testkit;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.InMemoryEventLog;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.TradingStateChangeDecoder;
import java.util.ArrayList;
import java.util.List;

/** A journaled step on the trading-state ladder. */
public record StateChange(ScopeKind scope, int id, TradingState from, TradingState to, String trigger) {
    /** All steps in a decision journal, in order. */
    public static List<StateChange> in(InMemoryEventLog decisions) {
        List<StateChange> changes = new ArrayList<>();
        TradingStateChangeDecoder change = new TradingStateChangeDecoder();
        for (int i = 0; i < decisions.count(); i++) {
            if (decisions.templateId(i) == TradingStateChangeDecoder.TEMPLATE_ID) {
                change.wrapAndApplyHeader(decisions.view(i), RecordLayout.MESSAGE_OFFSET, new MessageHeaderDecoder());
                changes.add(new StateChange(
                        change.scopeKind(), change.scopeId(), change.from(), change.to(), change.trigger()));
            }
        }
        return changes;
    }
}
