package io.lockstep.engine.risk;

import io.lockstep.engine.exposure.ExposureBook;
import io.lockstep.engine.exposure.ParAssets;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderState;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.risk.settings.OrderControls;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.TradingStatusKind;
import org.jspecify.annotations.Nullable;

/**
 * Whether an order like this may leave at all: ladder, target of a change, permitted set, session, and that what is said to shrink a position does.
 */
final class PermissionCheck implements PreTradeCheck {
    private final OrderControls controls;
    private final OrderTable orders;
    private final TradingStates states;
    private final ExposureBook exposure;
    private final Readiness readiness;

    PermissionCheck(
            OrderControls controls,
            OrderTable orders,
            TradingStates states,
            ExposureBook exposure,
            Readiness readiness) {
        this.controls = controls;
        this.orders = orders;
        this.states = states;
        this.exposure = exposure;
        this.readiness = readiness;
    }

    @Override
    public DenyReason check(Candidate order) {
        TradingState state = states.effective(
                order.instrument().venue().value(), order.accountId(), order.instrumentId(), order.strategyId());
        if (state.value() > TradingState.REDUCE.value()) {
            return order.deny(DenyReason.TRADING_STATE, TradingState.REDUCE.value(), state.value());
        }
        if (states.isDraining()) {
            return DenyReason.DRAINING;
        }
        DenyReason reason = readiness.check(order);
        if (reason == DenyReason.NONE && order.isReplace()) {
            reason = checkTarget(order, orders.find(order.command().originalOrderId()));
        }
        if (reason == DenyReason.NONE) {
            reason = checkPermitted(order);
        }
        return reason == DenyReason.NONE ? checkShrinks(order, state) : reason;
    }

    private static DenyReason checkTarget(Candidate order, @Nullable Order target) {
        if (target == null || !target.state().isOpen()) {
            return DenyReason.NO_SUCH_ORDER;
        }
        boolean resting = target.state() == OrderState.NEW || target.state() == OrderState.PARTIALLY_FILLED;
        if (!resting || target.replacingId() != 0 || target.orderType() != OrderType.LIMIT) {
            return order.deny(
                    DenyReason.NOT_REPLACEABLE,
                    OrderState.NEW.ordinal(),
                    target.state().ordinal());
        }
        order.replaces(target);
        return order.openQuantity() > 0
                ? DenyReason.NONE
                : order.deny(DenyReason.NOT_POSITIVE, 1, order.openQuantity());
    }

    private DenyReason checkPermitted(Candidate order) {
        if (!order.hasLimits()) {
            return DenyReason.NO_LIMITS;
        }
        if (!ParAssets.isQuotedAtPar(order.instrument())) {
            return DenyReason.NO_CONVERSION;
        }
        if (order.command().flags().extendedHours() && !controls.extendedHours()) {
            return DenyReason.NOT_PERMITTED;
        }
        TradingStatusKind status = order.view().status();
        boolean open = status == TradingStatusKind.TRADING || status == TradingStatusKind.AUCTION;
        return open || mayWait(order, status)
                ? DenyReason.NONE
                : order.deny(DenyReason.INSTRUMENT_STATUS, TradingStatusKind.TRADING.value(), status.value());
    }

    /** An order for the opening auction is meant to wait for it; one for extended hours trades while the core session is closed. */
    private static boolean mayWait(Candidate order, TradingStatusKind status) {
        boolean closed = status == TradingStatusKind.CLOSED || status == TradingStatusKind.PRE_OPEN;
        return closed
                && (order.command().timeInForce() == TimeInForce.OPG
                        || order.command().flags().extendedHours());
    }

    private DenyReason checkShrinks(Candidate order, TradingState state) {
        long reducible = exposure.reducible(order.strategyId(), order.instrumentId(), order.isBuy(), order.replaced());
        boolean shrinks = order.openQuantity() <= reducible;
        order.reduces(shrinks);
        if (!shrinks
                && !order.isReplace()
                && !controls.orderTypes().contains(order.command().orderType())) {
            return DenyReason.NOT_PERMITTED;
        }
        boolean must = order.command().flags().reduceOnly() || state == TradingState.REDUCE;
        if (must && !shrinks) {
            return order.deny(DenyReason.REDUCE_ONLY, reducible, order.openQuantity());
        }
        int unknown = exposure.unknown(order.accountId(), order.instrumentId());
        return unknown > 0 && !shrinks ? order.deny(DenyReason.UNKNOWN_OUTCOME, 0, unknown) : DenyReason.NONE;
    }
}
