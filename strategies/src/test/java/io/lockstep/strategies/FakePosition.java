package io.lockstep.strategies;

import static java.math.RoundingMode.HALF_EVEN;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.strategy.VirtualPosition;

/** A position that adds up fills the plain way. */
final class FakePosition implements VirtualPosition {
    private long quantity;
    private long averagePrice;
    private long realizedPnl;
    private long fees;

    void fill(long signedQuantity, long price, long fee) {
        fees += fee;
        if (quantity == 0 || Long.signum(quantity) == Long.signum(signedQuantity)) {
            long cost = FixedPoint.multiply(quantity, averagePrice, HALF_EVEN)
                    + FixedPoint.multiply(signedQuantity, price, HALF_EVEN);
            quantity += signedQuantity;
            averagePrice = FixedPoint.divide(cost, quantity, HALF_EVEN);
            return;
        }
        long closed = Math.min(Math.abs(signedQuantity), Math.abs(quantity)) * Long.signum(quantity);
        realizedPnl += FixedPoint.multiply(closed, price - averagePrice, HALF_EVEN);
        quantity += signedQuantity;
        if (quantity == 0) {
            averagePrice = 0;
        } else if (Long.signum(quantity) == Long.signum(signedQuantity)) {
            averagePrice = price;
        }
    }

    @Override
    public long quantity() {
        return quantity;
    }

    @Override
    public long averagePrice() {
        return averagePrice;
    }

    @Override
    public long realizedPnl() {
        return realizedPnl;
    }

    @Override
    public long fees() {
        return fees;
    }

    @Override
    public boolean isFlat() {
        return quantity() == 0;
    }
}
