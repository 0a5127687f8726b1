package io.lockstep.engine.desk;

import io.lockstep.engine.decision.DecisionWriter;
import io.lockstep.engine.desk.booking.CancelSweep;
import io.lockstep.engine.reconcile.Reconciliation;
import io.lockstep.engine.risk.DenyReason;
import io.lockstep.engine.risk.GateState;
import io.lockstep.engine.risk.LimitOverride;
import io.lockstep.engine.risk.Reentries;
import io.lockstep.engine.risk.RiskSetup;
import io.lockstep.engine.risk.TradingStates;
import io.lockstep.engine.sbe.OperatorCommandDecoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Severity;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import io.lockstep.engine.trigger.Triggers;

/** Carries out what an operator asks: the ladder, cancels, and the fresh start that comes with a step up. Owned by the risk handler. */
final class OperatorDesk {
    private static final long NS_PER_MS = 1_000_000;

    private final OperatorControl control;
    private final CancelSweep sweep;
    private final Triggers triggers;
    private final Reconciliation reconciliation;
    private final TradingStates states;
    private final Reentries reentries;
    private final int strategies;
    private final LimitOverride override;
    private final DecisionWriter writer;
    private final Counters counters;

    OperatorDesk(
            RiskSetup setup,
            GateState state,
            DecisionWriter writer,
            CancelSweep sweep,
            Triggers triggers,
            Reconciliation reconciliation,
            Counters counters) {
        control = new OperatorControl(state, setup.accounts(), writer, counters);
        this.sweep = sweep;
        this.triggers = triggers;
        this.reconciliation = reconciliation;
        states = state.states();
        reentries = state.reentries();
        override = state.override();
        this.writer = writer;
        strategies = setup.strategies().size();
        this.counters = counters;
    }

    void onCommand(OperatorCommandDecoder command, long nowNs) {
        if (!control.onCommand(command)) {
            return;
        }
        ScopeKind scope = OperatorControl.scopeKind(command);
        int id = OperatorControl.scopeId(command);
        switch (command.action()) {
            case KILL -> sweep.kill(scope, id);
            case CANCEL_ALL, DISABLE_STRATEGY -> sweep.mark(scope, id);
            case RESET, RESUME, ENABLE_STRATEGY -> startOver(scope, id);
            case DRAIN -> {
                states.draining(true);
                sweep.mark(ScopeKind.ENGINE, 0);
            }
            case OVERRIDE -> override(command, nowNs);
            case FLATTEN, NULL_VAL -> counters.add(Counter.COMMANDS_REFUSED, 1);
            case PAUSE, REDUCE, HALT -> {}
        }
    }

    private void override(OperatorCommandDecoder command, long nowNs) {
        int strategyId = command.scopeId();
        DenyReason limit = DenyReason.find(command.denyReason());
        boolean named = command.scopeKind() == ScopeKind.STRATEGY && strategyId >= 1 && strategyId <= strategies;
        if (named && override.grant(strategyId, command.instrumentId(), limit, command.untilNs(), nowNs)) {
            String detail = command.actor() + " lets one order in instrument " + command.instrumentId() + " break "
                    + limit + " for " + (command.untilNs() - nowNs) / NS_PER_MS + " ms";
            writer.alert(Severity.WARNING, ScopeKind.STRATEGY, strategyId, "OVERRIDE_GRANTED", detail);
        } else {
            counters.add(Counter.COMMANDS_REFUSED, 1);
        }
    }

    /** A person has looked: what brought the scope down is measured from now. */
    private void startOver(ScopeKind scope, int id) {
        switch (scope) {
            case ENGINE -> triggers.reset();
            case ACCOUNT -> reconciliation.accept(id);
            case STRATEGY -> {
                if (id >= 1 && id <= strategies) {
                    reentries.forgive(id);
                }
            }
            case VENUE, INSTRUMENT, NULL_VAL -> {}
        }
    }
}
