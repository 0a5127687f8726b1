package io.lockstep.engine.risk;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderType;

/** What the venue would reject whatever the market does: quantities and prices off their steps, prices that are missing. */
final class VenueFilters {
    private final Verdict verdict;

    VenueFilters(Verdict verdict) {
        this.verdict = verdict;
    }

    DenyReason check(OrderCommandDecoder command, Instrument instrument) {
        DenyReason reason = checkQuantity(command.quantity(), instrument);
        if (reason == DenyReason.NONE) {
            reason = checkPrices(command);
        }
        if (reason == DenyReason.NONE) {
            reason = checkTick(command.price(), instrument);
        }
        return reason == DenyReason.NONE ? checkTick(command.stopPrice(), instrument) : reason;
    }

    private DenyReason checkQuantity(long quantity, Instrument instrument) {
        if (quantity <= 0) {
            return verdict.deny(DenyReason.NOT_POSITIVE, 1, quantity);
        }
        if (!FixedPoint.isMultipleOf(quantity, instrument.lotSize())) {
            return verdict.deny(DenyReason.LOT_SIZE, instrument.lotSize(), quantity);
        }
        if (quantity < instrument.minQuantity()) {
            return verdict.deny(DenyReason.MIN_QUANTITY, instrument.minQuantity(), quantity);
        }
        boolean tooMuch = quantity > instrument.maxQuantity();
        return tooMuch
                ? verdict.deny(DenyReason.MAX_ORDER_QUANTITY, instrument.maxQuantity(), quantity)
                : DenyReason.NONE;
    }

    private static DenyReason checkPrices(OrderCommandDecoder command) {
        OrderType type = command.orderType();
        boolean needsPrice =
                type == OrderType.LIMIT || type == OrderType.STOP_LIMIT || type == OrderType.TAKE_PROFIT_LIMIT;
        boolean needsStop = type != OrderType.LIMIT && type != OrderType.MARKET;
        boolean missing =
                needsPrice && command.price() == FixedPoint.NULL || needsStop && command.stopPrice() == FixedPoint.NULL;
        return missing ? DenyReason.NO_PRICE : DenyReason.NONE;
    }

    private DenyReason checkTick(long price, Instrument instrument) {
        boolean good = price == FixedPoint.NULL || price > 0 && FixedPoint.isMultipleOf(price, instrument.tickSize());
        return good ? DenyReason.NONE : verdict.deny(DenyReason.TICK_SIZE, instrument.tickSize(), price);
    }
}
