package io.lockstep.simulator.account;

import io.lockstep.engine.instrument.FixedPoint;
import java.math.RoundingMode;

/**
 * One account's holding of one instrument as the venue sees it. The cost is kept as an amount, not as a mean price, so that no
 * rounding builds up.
 */
public final class Position {
    private final int instrumentId;
    private long quantity;
    private long cost;
    private long realizedPnl;
    private long openBuy;
    private long openSell;
    private int leverage;
    private boolean changed;

    Position(int instrumentId, int leverage) {
        this.instrumentId = instrumentId;
        this.leverage = leverage;
    }

    /** Instrument held. */
    public int instrumentId() {
        return instrumentId;
    }

    /** Signed size in the unit of order quantities, E8. */
    public long quantity() {
        return quantity;
    }

    /** Signed value at entry, quote currency, E8. */
    public long cost() {
        return cost;
    }

    /** Mean entry price per unit of order quantity, quote currency, E8; 0 when flat. */
    public long entryPrice() {
        return quantity == 0 ? 0 : FixedPoint.divide(cost, quantity, RoundingMode.HALF_EVEN);
    }

    /** Profit locked in so far, before fees, quote currency, E8. */
    public long realizedPnl() {
        return realizedPnl;
    }

    /** Open quantity of working buys, E8. */
    public long openBuy() {
        return openBuy;
    }

    /** Open quantity of working sells, E8. */
    public long openSell() {
        return openSell;
    }

    /** Leverage set for the instrument, at least 1. */
    public int leverage() {
        return leverage;
    }

    /** Largest size, long or short, that position and working orders can come to, E8. */
    public long worstSize() {
        return Math.max(Math.abs(quantity + openBuy), Math.abs(quantity - openSell));
    }

    /** Quantity by which an order on a side can shrink the position, E8; 0 if it cannot. */
    public long reducible(boolean buy) {
        return Math.max(0, buy ? -quantity : quantity);
    }

    void leverage(int leverage) {
        this.leverage = leverage;
        changed = true;
    }

    void work(boolean buy, long quantityChange) {
        if (buy) {
            openBuy += quantityChange;
        } else {
            openSell += quantityChange;
        }
    }

    /**
     * Books a fill.
     *
     * @param signed signed quantity, E8
     * @param value signed notional of it, quote currency, E8
     * @return profit locked in by it, quote currency, E8
     */
    long fill(long signed, long value) {
        changed = true;
        if (quantity == 0 || quantity > 0 == signed > 0) {
            quantity = Math.addExact(quantity, signed);
            cost = Math.addExact(cost, value);
            return 0;
        }
        return Math.abs(signed) <= Math.abs(quantity) ? shrink(signed, value) : flip(signed, value);
    }

    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    private long shrink(long signed, long value) {
        long costShare = FixedPoint.multiplyDivide(cost, -signed, quantity, RoundingMode.HALF_EVEN);
        long profit = -value - costShare;
        quantity += signed;
        cost -= costShare;
        realizedPnl += profit;
        return profit;
    }

    private long flip(long signed, long value) {
        long closingValue = FixedPoint.multiplyDivide(value, -quantity, signed, RoundingMode.HALF_EVEN);
        long profit = -closingValue - cost;
        quantity += signed;
        cost = value - closingValue;
        realizedPnl += profit;
        return profit;
    }
}
