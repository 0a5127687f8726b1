package io.lockstep.engine.desk;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.decision.Ladder;
import io.lockstep.engine.desk.booking.CancelSweep;
import io.lockstep.engine.desk.booking.Desk;
import io.lockstep.engine.desk.booking.OrderBooking;
import io.lockstep.engine.desk.booking.OwnCommands;
import io.lockstep.engine.desk.protection.HeldOrders;
import io.lockstep.engine.desk.protection.Protection;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.risk.DenyReason;
import io.lockstep.engine.risk.LimitOverride;
import io.lockstep.engine.risk.RiskGate;
import io.lockstep.engine.risk.TradingStates;
import io.lockstep.engine.sbe.AlertDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderClass;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderCommandEncoder;
import io.lockstep.engine.sbe.OrderDeniedEncoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Severity;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.TradingStateChangeDecoder;
import io.lockstep.engine.sbe.TradingStateChangeEncoder;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;

/** Turns what strategies ask for into decisions: accepted, or denied with a reason. Owned by the risk handler. */
final class IntentJudge {
    private final RiskGate gate;
    private final OrderBooking booking;
    private final OrderTable orders;
    private final OwnCommands commands;
    private final HeldOrders held;
    private final Protection protection;
    private final Ladder ladder;
    private final CancelSweep sweep;
    private final TradingStates states;
    private final LimitOverride override;
    private final Counters counters;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final OrderCommandDecoder command = new OrderCommandDecoder();
    private final OrderCommandEncoder rewritten = new OrderCommandEncoder();
    private final TradingStateChangeDecoder stateChange = new TradingStateChangeDecoder();
    private final TradingStateChangeEncoder stateChangeEncoder = new TradingStateChangeEncoder();
    private final OrderDeniedEncoder denied = new OrderDeniedEncoder();

    IntentJudge(
            Desk desk, HeldOrders held, Protection protection, Ladder ladder, CancelSweep sweep, Counters counters) {
        gate = desk.gate();
        orders = desk.orders();
        booking = desk.booking();
        commands = desk.commands();
        states = desk.state().states();
        override = desk.state().override();
        this.held = held;
        this.protection = protection;
        this.ladder = ladder;
        this.sweep = sweep;
        this.counters = counters;
    }

    void judge(EngineEvent event, long nowNs) {
        RecordBuffer intents = event.intents();
        applyStops(intents);
        for (int offset = intents.first(); offset < intents.end(); offset = intents.next(offset)) {
            int templateId = RecordLayout.templateId(intents.buffer(), offset);
            if (templateId == OrderCommandDecoder.TEMPLATE_ID) {
                judgeCommand(event, offset, nowNs);
            } else {
                event.decisions().copy(intents, offset);
            }
            if (templateId == AlertDecoder.TEMPLATE_ID) {
                ladder.writer().critical().raised(event.sequence(), nowNs);
            }
        }
    }

    /** A strategy that failed is halted before its orders of the same event are judged. */
    private void applyStops(RecordBuffer intents) {
        for (int offset = intents.first(); offset < intents.end(); offset = intents.next(offset)) {
            if (RecordLayout.templateId(intents.buffer(), offset) == TradingStateChangeDecoder.TEMPLATE_ID) {
                stateChange.wrapAndApplyHeader(intents.buffer(), offset + MESSAGE_OFFSET, header);
                TradingState from = states.get(stateChange.scopeKind(), stateChange.scopeId());
                TradingState to = TradingStates.worse(from, stateChange.to());
                states.set(stateChange.scopeKind(), stateChange.scopeId(), to);
                sweep.mark(stateChange.scopeKind(), stateChange.scopeId());
                stateChangeEncoder
                        .wrap(intents.buffer(), offset + RecordLayout.BODY_OFFSET)
                        .from(from)
                        .to(to);
            }
        }
    }

    private void judgeCommand(EngineEvent event, int offset, long nowNs) {
        command.wrapAndApplyHeader(event.intents().buffer(), offset + MESSAGE_OFFSET, header);
        DenyReason reason = gate.check(command, nowNs);
        boolean guarded = command.action() == OrderAction.NEW && protection.isSeenToHere(command);
        if (reason == DenyReason.NONE && guarded && !protection.hasRoom()) {
            reason = DenyReason.MAX_OPEN_ORDERS;
        }
        if (reason != DenyReason.NONE) {
            deny(event, reason);
            return;
        }
        counters.add(Counter.ACCEPTED, 1);
        if (override.isUsed()) {
            spendOverride();
        }
        if (command.action() == OrderAction.CANCEL && isHeld(command.originalOrderId())) {
            commands.cancel(target(command.originalOrderId()), "CANCELED", nowNs);
            return;
        }
        boolean here = command.action() == OrderAction.NEW && held.isHeldHere(command);
        if (guarded || here) {
            rewrite(event.intents(), offset, guarded, here);
        }
        if (!here) {
            gate.sent(command, nowNs);
        }
        booking.accepted(command, nowNs);
        event.decisions().copy(event.intents(), offset);
        if (here) {
            Order order = target(command.orderId());
            commands.hold(order, nowNs);
            held.added(order);
        }
    }

    private void spendOverride() {
        String detail = "order " + command.orderId() + " leaves beyond " + override.limit() + " on an operator's word";
        override.spend();
        ladder.writer().alert(Severity.WARNING, ScopeKind.STRATEGY, command.strategyId(), "OVERRIDE_USED", detail);
    }

    /** What is seen to here must not be seen to by the gateway as well. */
    private void rewrite(RecordBuffer intents, int offset, boolean guarded, boolean here) {
        rewritten.wrap(intents.buffer(), offset + RecordLayout.BODY_OFFSET);
        if (guarded) {
            protection.accepted(command);
            rewritten.orderClass(OrderClass.SIMPLE);
        }
        rewritten.flags().held(here);
    }

    private boolean isHeld(long orderId) {
        return target(orderId).isHeld();
    }

    /** An order the gate has just found. */
    private Order target(long orderId) {
        Order order = orders.find(orderId);
        if (order == null) {
            throw new IllegalStateException("order is gone: order=" + orderId);
        }
        return order;
    }

    private void deny(EngineEvent event, DenyReason reason) {
        counters.add(Counter.DENIED, 1);
        RecordBuffer decisions = event.decisions();
        denied.wrapAndApplyHeader(decisions.buffer(), decisions.claimAlways() + MESSAGE_OFFSET, headerEncoder)
                .causeSequence(event.sequence())
                .orderId(command.orderId())
                .accountId(command.accountId())
                .strategyId(command.strategyId())
                .instrumentId(command.instrumentId())
                .reason(reason.code())
                .action(command.action())
                .limitValue(gate.limitValue())
                .actualValue(gate.actualValue());
        decisions.commit(denied.limit(), event.timeNs());
        if (reason == DenyReason.REENTRIES) {
            ladder.lower(
                    ScopeKind.STRATEGY,
                    command.strategyId(),
                    TradingState.HALT,
                    "REENTRIES",
                    reason.unit(),
                    gate.limitValue(),
                    gate.actualValue());
        }
    }
}
