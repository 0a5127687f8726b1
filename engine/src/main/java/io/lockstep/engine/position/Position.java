package io.lockstep.engine.position;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import java.math.RoundingMode;

/**
 * A position built from fills: signed quantity, cost of what is open, profit of what was closed. Mutable, owned by one thread.
 *
 * <p>The cost is split between closed and open quantity with one rounding, the rest stays open, so nothing is lost:
 * proceeds − spending = realized PnL − cost of the open quantity − fees taken in kind, always and exactly.
 */
public final class Position {
    private long quantity;
    private long cost;
    private long realizedPnl;
    private long fees;
    private int fills;

    /**
     * Books a fill.
     *
     * @param instrument what was traded
     * @param buy whether it was bought
     * @param price quote currency, E8
     * @param size base currency, E8, positive
     * @return profit realized by this fill, quote currency, E8
     */
    public long fill(Instrument instrument, boolean buy, long price, long size) {
        fills++;
        return book(buy, size, instrument.notional(price, size));
    }

    /**
     * Adds a position of an earlier epoch, as it stood.
     *
     * @param other signed size, base currency, E8
     * @param itsCost what it cost or brought, quote currency, E8
     * @param itsPnl profit it had locked in, quote currency, E8
     * @param itsFees fees it had paid, quote currency, E8
     * @param itsFills number of its fills
     */
    public void carried(long other, long itsCost, long itsPnl, long itsFees, int itsFills) {
        realizedPnl = Math.addExact(realizedPnl, itsPnl);
        fees = Math.addExact(fees, itsFees);
        fills += itsFills;
        if (other != 0) {
            book(other > 0, Math.abs(other), itsCost);
        }
    }

    private long book(boolean buy, long size, long notional) {
        boolean opening = quantity == 0 || buy == quantity > 0;
        if (opening) {
            quantity = Math.addExact(quantity, buy ? size : -size);
            cost = Math.addExact(cost, notional);
            return 0;
        }
        long pnl = close(buy, size, notional);
        realizedPnl = Math.addExact(realizedPnl, pnl);
        return pnl;
    }

    private long close(boolean buy, long size, long notional) {
        long held = Math.abs(quantity);
        long closed = Math.min(held, size);
        long closedNotional =
                closed == size ? notional : FixedPoint.multiplyDivide(notional, closed, size, RoundingMode.HALF_EVEN);
        long released = closed == held ? cost : FixedPoint.multiplyDivide(cost, closed, held, RoundingMode.HALF_EVEN);
        long opened = size - closed;
        cost = closed == held ? notional - closedNotional : cost - released;
        quantity = Math.addExact(quantity, buy ? size : -size);
        if (opened == 0 && quantity == 0) {
            cost = 0;
        }
        return buy ? released - closedNotional : closedNotional - released;
    }

    /** Books a fee in quote currency, E8; negative is a rebate. */
    public void fee(long fee) {
        fees = Math.addExact(fees, fee);
    }

    /**
     * Books a fee that the venue kept from what was bought: the position is smaller by it, and what it cost is the fee. A position that is
     * not long by as much is left as it is.
     *
     * @param amount base currency, E8, positive
     */
    public void feeInKind(long amount) {
        if (amount <= 0 || quantity < amount) {
            return;
        }
        long released =
                quantity == amount ? cost : FixedPoint.multiplyDivide(cost, amount, quantity, RoundingMode.HALF_EVEN);
        quantity -= amount;
        cost -= released;
        fee(released);
    }

    /**
     * Profit of the open quantity at a price, quote currency, E8.
     *
     * @param price usually the mark or the last price, E8; 0 means unknown and gives 0
     */
    public long unrealizedPnl(Instrument instrument, long price) {
        if (quantity == 0 || price == 0) {
            return 0;
        }
        long value = instrument.notional(price, Math.abs(quantity));
        return quantity > 0 ? value - cost : cost - value;
    }

    /** Signed size, base currency, E8: positive is long. */
    public long quantity() {
        return quantity;
    }

    /** Mean entry price, quote currency, E8; 0 when flat. */
    public long averagePrice() {
        return quantity == 0 ? 0 : FixedPoint.divide(cost, Math.abs(quantity), RoundingMode.HALF_EVEN);
    }

    /** What the open quantity cost, or brought when short; quote currency, E8, never negative for positive prices. */
    public long cost() {
        return cost;
    }

    /** Profit locked in by closing, fees not included, quote currency, E8. */
    public long realizedPnl() {
        return realizedPnl;
    }

    /** Fees booked in quote currency, E8. */
    public long fees() {
        return fees;
    }

    /** Number of fills booked. */
    public int fills() {
        return fills;
    }
}
