package io.lockstep.strategies.indicator.microstructure;

import io.lockstep.engine.book.OrderBook;
import io.lockstep.engine.indicator.BookIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.indicator.kernel.Outputs;

/**
 * The middle weighted by the quantities at the best prices: much on the bid draws it towards the ask. While the book is one-sided or
 * crossed the values are held and flagged.
 */
public final class Microprice extends Outputs implements BookIndicator {
    /** Output: weighted middle, quote currency. */
    public static final int MICROPRICE = 0;

    /** Output: plain middle, quote currency. */
    public static final int MID = 1;

    /** Output: best ask less best bid, quote currency. */
    public static final int SPREAD = 2;

    /** Output: 1 while the other outputs are held from before, else 0. */
    public static final int HELD = 3;

    /** Makes one. */
    public Microprice() {
        super(4);
    }

    @Override
    public void onBook(long timeNs, OrderBook book) {
        boolean usable = book.bidLevels() > 0 && book.askLevels() > 0 && !book.isCrossed();
        set(HELD, usable ? 0 : 1);
        if (usable) {
            publish(book);
        }
    }

    private void publish(OrderBook book) {
        double bid = FixedPoint.toDouble(book.bidPrice(0));
        double spread = FixedPoint.toDouble(book.askPrice(0) - book.bidPrice(0));
        double bidQuantity = book.bidQuantity(0);
        set(MICROPRICE, bid + spread * (bidQuantity / (bidQuantity + book.askQuantity(0))));
        set(MID, bid + spread / 2);
        set(SPREAD, spread);
    }
}
