package io.lockstep.engine.risk;

import io.lockstep.engine.exposure.ExposureBook;
import io.lockstep.engine.instrument.FixedPoint;
import java.math.RoundingMode;

/** An order's own price and size: inside the collar, not against an order of our own, neither too small nor too large. */
final class PriceCheck implements PreTradeCheck {
    private static final long BASIS_POINTS = 10_000;

    private final int collarBps;
    private final ExposureBook exposure;
    private final DrawdownScale scale;

    PriceCheck(int collarBps, ExposureBook exposure, DrawdownScale scale) {
        this.collarBps = collarBps;
        this.exposure = exposure;
        this.scale = scale;
    }

    @Override
    public DenyReason check(Candidate order) {
        boolean conditional = order.isConditional();
        long reference = order.reference();
        DenyReason reason = conditional ? DenyReason.NONE : checkCollar(order, reference);
        if (reason != DenyReason.NONE) {
            return reason;
        }
        long stop = order.command().stopPrice();
        long base = conditional && stop != FixedPoint.NULL ? Math.max(reference, stop) : reference;
        boolean buy = order.isBuy();
        order.worstPrice(order.isPriced() ? order.command().price() : buy ? Math.addExact(base, band(base)) : base);
        return checkSize(order);
    }

    private DenyReason checkCollar(Candidate order, long reference) {
        long price = order.command().price();
        long band = band(reference);
        if (order.isPriced() && Math.abs(price - reference) > band) {
            long distance =
                    FixedPoint.multiplyDivide(Math.abs(price - reference), BASIS_POINTS, reference, RoundingMode.UP);
            if (order.deny(DenyReason.PRICE_COLLAR, collarBps, distance) != DenyReason.NONE) {
                return DenyReason.PRICE_COLLAR;
            }
        }
        boolean buy = order.isBuy();
        long furthest = order.isPriced() ? price : buy ? Math.addExact(reference, band) : reference - band;
        long own = exposure.ownPriceMet(order.accountId(), order.instrumentId(), buy, furthest);
        return own == 0 ? DenyReason.NONE : order.deny(DenyReason.SELF_MATCH, own, furthest);
    }

    private DenyReason checkSize(Candidate order) {
        long quantity = order.command().quantity();
        long notional = order.instrument().notional(order.worstPrice(), quantity);
        boolean reduceOnly = order.command().flags().reduceOnly();
        if (notional < order.instrument().minNotional() && !reduceOnly) {
            return order.deny(DenyReason.MIN_NOTIONAL, order.instrument().minNotional(), notional);
        }
        long largest = order.limits().maxOrderQuantity();
        if (quantity > largest && order.deny(DenyReason.MAX_ORDER_QUANTITY, largest, quantity) != DenyReason.NONE) {
            return DenyReason.MAX_ORDER_QUANTITY;
        }
        long most = scale.apply(order.limits().maxOrderNotional());
        boolean tooMuch = notional > most && !reduceOnly;
        return tooMuch ? order.deny(DenyReason.MAX_ORDER_NOTIONAL, most, notional) : DenyReason.NONE;
    }

    /** How far a price may be from a reference, quote currency, E8. */
    private long band(long reference) {
        return band(reference, collarBps);
    }

    static long band(long reference, int collarBps) {
        return FixedPoint.multiplyDivide(reference, collarBps, BASIS_POINTS, RoundingMode.DOWN);
    }
}
