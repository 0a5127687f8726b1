package io.lockstep.engine.exposure;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderState;

/** One account or strategy in one instrument: quantities in base currency, E8, and their values at the latest price. */
final class Cell {
    long held;
    long buying;
    long selling;
    long closingBuys;
    long closingSells;
    long foreignBuying;
    long foreignSelling;
    int orders;
    int unknown;
    long bestBuy;
    long bestSell;
    boolean bestKnown = true;

    private long gross;
    private long longValue;
    private long shortValue;
    private long value;

    /** Adds an order, or with sign -1 takes it away. */
    void count(Order order, int sign, long leaves) {
        if (order.isBuy()) {
            buying = Math.addExact(buying, leaves);
        } else {
            selling = Math.addExact(selling, leaves);
        }
        if (!order.isConditional()) {
            countClosing(order, leaves);
        }
        orders += sign;
        if (order.state() == OrderState.UNKNOWN) {
            unknown += sign;
        }
    }

    private void countClosing(Order order, long leaves) {
        if (order.isBuy()) {
            closingBuys = Math.addExact(closingBuys, leaves);
        } else {
            closingSells = Math.addExact(closingSells, leaves);
        }
    }

    /** Position if one more buy and all others trade. */
    long worstLong(long more) {
        return Math.addExact(Math.addExact(held, more), Math.addExact(buying, foreignBuying));
    }

    /** Position if one more sell and all others trade. */
    long worstShort(long more) {
        return Math.subtractExact(Math.subtractExact(held, more), Math.addExact(selling, foreignSelling));
    }

    /** The larger worst case at a price with one more order. */
    long grossWith(Instrument instrument, long price, long moreBuying, long moreSelling) {
        long up = signedNotional(instrument, price, worstLong(moreBuying));
        long down = signedNotional(instrument, price, worstShort(moreSelling));
        return Math.max(Math.abs(up), Math.abs(down));
    }

    /** Brings values and the sums they are in up to date. */
    void revalue(Instrument instrument, long price, long newValue, ScopeTotals totals) {
        long up = signedNotional(instrument, price, worstLong(0));
        long down = signedNotional(instrument, price, worstShort(0));
        long most = Math.max(Math.abs(up), Math.abs(down));
        totals.gross = Math.addExact(totals.gross, most - gross);
        totals.longValue = Math.addExact(totals.longValue, up - longValue);
        totals.shortValue = Math.addExact(totals.shortValue, down - shortValue);
        totals.value = Math.addExact(totals.value, newValue - value);
        gross = most;
        longValue = up;
        shortValue = down;
        value = newValue;
    }

    long gross() {
        return gross;
    }

    long longValue() {
        return longValue;
    }

    long shortValue() {
        return shortValue;
    }

    long value() {
        return value;
    }

    boolean isEmpty() {
        return held == 0 && buying == 0 && selling == 0 && foreignBuying == 0 && foreignSelling == 0 && value == 0;
    }

    static long signedNotional(Instrument instrument, long price, long quantity) {
        if (quantity == 0 || price == 0) {
            return 0;
        }
        long size = instrument.notional(price, Math.abs(quantity));
        return quantity > 0 ? size : -size;
    }
}
