package io.lockstep.simulator.matching.book;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.market.DisplayedMarket;
import java.math.RoundingMode;

/**
 * How much of the market trades before a resting client order.
 *
 * <p>An order joins behind the size displayed at its price. Trades at the price shorten the queue ahead by all they trade. A smaller
 * display that no trade explains means that others left: the set share of it, in proportion to the queue, stood ahead. And since no
 * more can stand ahead than is displayed, the display caps the queue. Trade prints and displays travel on different streams, so each
 * may explain the other for {@link #TRADE_LAG_NS}.
 */
public final class QueueModel {
    /** The queue of an order whose price level has not been seen yet. */
    static final long UNSEEN = DisplayedMarket.UNSEEN;

    /** How far a trade print and the display change it causes may be apart, nanoseconds. */
    public static final long TRADE_LAG_NS = 100_000_000L;

    private final long cancelsAheadShare;

    /** @param cancelsAheadShare share of unexplained decreases taken to be spread evenly over the queue, E8 from 0 to 1 */
    public QueueModel(long cancelsAheadShare) {
        this.cancelsAheadShare = cancelsAheadShare;
    }

    /** An order goes to the end of a level. */
    public void join(PriceLevel level, ClientOrder order) {
        order.queueAhead = level.displayed;
        order.queueCredit = 0;
        level.append(order);
    }

    /** The market displays another size at a level. */
    public void onDisplayed(PriceLevel level, long displayed, long timeNs) {
        long before = level.displayed;
        level.displayed = displayed;
        if (displayed == UNSEEN || displayed == before) {
            return;
        }
        long unexplained = before == UNSEEN ? 0 : unexplained(level, before - displayed, timeNs);
        for (ClientOrder order = level.first; order != null; order = order.levelNext) {
            shorten(order, before, unexplained, displayed, timeNs);
        }
    }

    /** Quantity that trades before an order when volume arrives at its price, E8; without bound while the level is unseen. */
    public long ahead(ClientOrder order, long timeNs) {
        return order.queueAhead == UNSEEN ? Long.MAX_VALUE : order.queueAhead + credit(order, timeNs);
    }

    /** Market quantity traded ahead of an order. */
    public void eaten(ClientOrder order, long quantity, long timeNs) {
        if (order.queueAhead != UNSEEN) {
            long credited = Math.min(quantity, credit(order, timeNs));
            order.queueCredit -= credited;
            order.queueAhead -= Math.min(order.queueAhead, quantity - credited);
        }
    }

    /** A trade at a level's price is over: the display will have to show it. */
    public void traded(PriceLevel level, long quantity, long timeNs) {
        level.traded = (isFresh(level.tradedNs, timeNs) ? level.traded : 0) + quantity;
        level.tradedNs = timeNs;
    }

    private static long unexplained(PriceLevel level, long decrease, long timeNs) {
        if (decrease <= 0) {
            return 0;
        }
        long traded = isFresh(level.tradedNs, timeNs) ? level.traded : 0;
        long explained = Math.min(traded, decrease);
        level.traded = traded - explained;
        return decrease - explained;
    }

    private void shorten(ClientOrder order, long before, long unexplained, long displayed, long timeNs) {
        if (order.queueAhead == UNSEEN) {
            order.queueAhead = displayed;
            return;
        }
        long left = order.queueAhead - leftAhead(order.queueAhead, before, unexplained);
        long capped = Math.min(left, displayed);
        order.queueCredit = credit(order, timeNs) + order.queueAhead - capped;
        order.queueCreditNs = timeNs;
        order.queueAhead = capped;
    }

    private long leftAhead(long ahead, long before, long unexplained) {
        if (unexplained == 0 || cancelsAheadShare == 0) {
            return 0;
        }
        long even = FixedPoint.multiplyDivide(Math.min(ahead, before), unexplained, before, RoundingMode.DOWN);
        return FixedPoint.multiply(even, cancelsAheadShare, RoundingMode.DOWN);
    }

    private static long credit(ClientOrder order, long timeNs) {
        return isFresh(order.queueCreditNs, timeNs) ? order.queueCredit : 0;
    }

    private static boolean isFresh(long sinceNs, long timeNs) {
        return timeNs - sinceNs <= TRADE_LAG_NS;
    }
}
