package io.lockstep.strategies.indicator.microstructure;

import io.lockstep.engine.book.OrderBook;
import io.lockstep.engine.indicator.BookIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.indicator.kernel.Outputs;
import io.lockstep.strategies.indicator.kernel.RollingSum;

/**
 * Order flow imbalance at the best prices: what came to the bid and left the ask, less what left the bid and came to the ask. A book
 * without a bid or without an ask is passed over: the next is compared with the last that had both.
 */
public final class OrderFlowImbalance extends Outputs implements BookIndicator {
    /** Output: of this update, base currency; ready at the second. */
    public static final int UPDATE = 0;

    /** Output: sum of the last n, base currency. */
    public static final int SUM = 1;

    /** Output: the sum by n times the mean absolute imbalance over the longer window, from -1 to 1; 0 when nothing flowed. */
    public static final int NORMALIZED = 2;

    private final RollingSum flows;
    private final RollingSum absoluteFlows;
    private final double period;
    private long bidPrice;
    private long bidQuantity;
    private long askPrice;
    private long askQuantity;

    /**
     * Makes one.
     *
     * @param period updates in the sum, at least 1
     * @param normPeriod updates in the mean absolute imbalance, at least 1
     */
    public OrderFlowImbalance(int period, int normPeriod) {
        super(3);
        this.period = period;
        flows = new RollingSum(period);
        absoluteFlows = new RollingSum(normPeriod);
    }

    @Override
    public void onBook(long timeNs, OrderBook book) {
        if (book.bidLevels() == 0 || book.askLevels() == 0) {
            return;
        }
        if (bidPrice != 0) {
            publish(flow(book));
        }
        bidPrice = book.bidPrice(0);
        bidQuantity = book.bidQuantity(0);
        askPrice = book.askPrice(0);
        askQuantity = book.askQuantity(0);
    }

    private long flow(OrderBook book) {
        long bid = book.bidPrice(0);
        long ask = book.askPrice(0);
        long cameToBid = bid >= bidPrice ? book.bidQuantity(0) : 0;
        long leftBid = bid <= bidPrice ? bidQuantity : 0;
        long cameToAsk = ask <= askPrice ? book.askQuantity(0) : 0;
        long leftAsk = ask >= askPrice ? askQuantity : 0;
        return cameToBid - leftBid - cameToAsk + leftAsk;
    }

    private void publish(long flow) {
        flows.add(flow);
        absoluteFlows.add(Math.abs(flow));
        set(UPDATE, FixedPoint.toDouble(flow));
        if (flows.isFull()) {
            double sum = FixedPoint.toDouble(flows.sum());
            double scale = absoluteFlows.mean() * period;
            set(SUM, sum);
            set(NORMALIZED, scale == 0 ? 0 : Math.max(-1, Math.min(1, sum / scale)));
        }
    }
}
