package io.lockstep.engine.risk;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.OrderClass;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderType;

/** What the venue would reject whatever the market does: quantities and prices off their steps, prices that are missing. */
final class VenueFilters implements PreTradeCheck {
    @Override
    public DenyReason check(Candidate order) {
        OrderCommandDecoder command = order.command();
        DenyReason reason = checkQuantity(order, command.quantity(), order.instrument());
        if (reason == DenyReason.NONE) {
            reason = checkPrices(command);
        }
        if (reason == DenyReason.NONE) {
            reason = checkTick(order, command.price());
        }
        if (reason == DenyReason.NONE) {
            reason = checkTick(order, command.stopPrice());
        }
        return reason == DenyReason.NONE && command.orderClass() != OrderClass.SIMPLE
                ? checkLegs(order, command)
                : reason;
    }

    private static DenyReason checkLegs(Candidate order, OrderCommandDecoder command) {
        DenyReason reason = checkTick(order, command.takeProfitPrice());
        if (reason == DenyReason.NONE) {
            reason = checkTick(order, command.stopLossPrice());
        }
        return reason == DenyReason.NONE ? checkTick(order, command.stopLossLimitPrice()) : reason;
    }

    private static DenyReason checkQuantity(Candidate order, long quantity, Instrument instrument) {
        if (quantity <= 0) {
            return order.deny(DenyReason.NOT_POSITIVE, 1, quantity);
        }
        if (!FixedPoint.isMultipleOf(quantity, instrument.lotSize())) {
            return order.deny(DenyReason.LOT_SIZE, instrument.lotSize(), quantity);
        }
        if (quantity < instrument.minQuantity()) {
            return order.deny(DenyReason.MIN_QUANTITY, instrument.minQuantity(), quantity);
        }
        boolean tooMuch = quantity > instrument.maxQuantity();
        return tooMuch
                ? order.deny(DenyReason.MAX_ORDER_QUANTITY, instrument.maxQuantity(), quantity)
                : DenyReason.NONE;
    }

    private static DenyReason checkPrices(OrderCommandDecoder command) {
        OrderType type = command.orderType();
        boolean needsPrice =
                type == OrderType.LIMIT || type == OrderType.STOP_LIMIT || type == OrderType.TAKE_PROFIT_LIMIT;
        boolean trails = command.trailOffset() > 0 || command.trailRate() > 0;
        boolean needsStop =
                type != OrderType.LIMIT && type != OrderType.MARKET && !(type == OrderType.TRAILING_STOP && trails);
        boolean missing =
                needsPrice && command.price() == FixedPoint.NULL || needsStop && command.stopPrice() == FixedPoint.NULL;
        return missing ? DenyReason.NO_PRICE : DenyReason.NONE;
    }

    private static DenyReason checkTick(Candidate order, long price) {
        long tick = order.instrument().tickSize();
        boolean good = price == FixedPoint.NULL || price > 0 && FixedPoint.isMultipleOf(price, tick);
        return good ? DenyReason.NONE : order.deny(DenyReason.TICK_SIZE, tick, price);
    }
}
