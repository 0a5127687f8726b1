package io.lockstep.engine.risk;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderCommands;
import io.lockstep.engine.order.OrderIds;
import io.lockstep.engine.order.OrderState;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderCommandEncoder;
import io.lockstep.engine.sbe.ScopeKind;

/**
 * Cancels every open order of a scope. The orders are marked at once and cancelled over as many events as it takes, for an event has room for
 * a bounded number. Owned by the risk handler.
 */
final class CancelSweep {
    private final InstrumentTable instruments;
    private final OrderTable orders;
    private final OrderBooking booking;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final OrderCommandEncoder cancel = new OrderCommandEncoder();
    private final OrderCommandDecoder booked = new OrderCommandDecoder();
    private boolean active;

    CancelSweep(InstrumentTable instruments, OrderTable orders, OrderBooking booking) {
        this.instruments = instruments;
        this.orders = orders;
        this.booking = booking;
    }

    /** Goes on with a sweep that an earlier epoch did not finish. */
    void resume(boolean marked) {
        active |= marked;
    }

    /** Marks the orders open now. */
    void mark(ScopeKind scope, int scopeId) {
        for (Order order = orders.firstOpen(); order != null; order = orders.nextOpen(order)) {
            if (order.state() != OrderState.PENDING_CANCEL && isCovered(order, scope, scopeId)) {
                order.cancelWanted(true);
                active = true;
            }
        }
    }

    /** Cancels what it can within this event. */
    void run(EngineEvent event, long nowNs) {
        if (!active) {
            return;
        }
        int sent = 0;
        Order order = orders.firstOpen();
        while (order != null && event.decisions().hasRoom() && sent < OrderIds.PER_SWEEP) {
            Order next = orders.nextOpen(order);
            if (order.isCancelWanted()) {
                cancel(event, order, OrderIds.PER_EVENT - 1 - sent++, nowNs);
            }
            order = next;
        }
        active = order != null;
    }

    private boolean isCovered(Order order, ScopeKind scope, int scopeId) {
        return switch (scope) {
            case ENGINE -> true;
            case VENUE -> instruments.get(order.instrumentId()).venue().value() == scopeId;
            case ACCOUNT -> order.accountId() == scopeId;
            case INSTRUMENT -> order.instrumentId() == scopeId;
            case STRATEGY -> order.strategyId() == scopeId;
            case NULL_VAL -> false;
        };
    }

    private void cancel(EngineEvent event, Order order, int index, long nowNs) {
        RecordBuffer decisions = event.decisions();
        int message = decisions.claim() + MESSAGE_OFFSET;
        cancel.wrapAndApplyHeader(decisions.buffer(), message, header)
                .causeSequence(event.sequence())
                .orderId(OrderIds.of(event.sequence(), index))
                .originalOrderId(order.orderId())
                .accountId(order.accountId())
                .strategyId(order.strategyId())
                .instrumentId(order.instrumentId())
                .action(OrderAction.CANCEL)
                .side(order.side())
                .orderType(order.orderType())
                .timeInForce(order.timeInForce())
                .quantity(order.quantity())
                .reason("CANCEL_SWEEP");
        OrderCommands.blankOptional(cancel);
        booked.wrap(
                decisions.buffer(),
                message + MessageHeaderEncoder.ENCODED_LENGTH,
                OrderCommandEncoder.BLOCK_LENGTH,
                OrderCommandEncoder.SCHEMA_VERSION);
        order.cancelWanted(false);
        booking.accepted(booked, nowNs);
        decisions.commit(cancel.limit(), event.timeNs());
    }
}
