package io.lockstep.simulator.matching;

import io.lockstep.engine.sbe.Side;
import io.lockstep.simulator.market.DisplayedMarket;
import io.lockstep.simulator.matching.book.BookSide;
import io.lockstep.simulator.matching.book.ClientOrder;
import io.lockstep.simulator.matching.book.PriceLevel;
import io.lockstep.simulator.matching.book.QueueModel;
import io.lockstep.simulator.order.EndReason;
import org.jspecify.annotations.Nullable;

/** Fills resting client orders when the market trades at or through their prices, or quotes against them. */
final class RestingFills {
    private final Executions executions;
    private final QueueModel queue;

    RestingFills(Executions executions, QueueModel queue) {
        this.executions = executions;
        this.queue = queue;
    }

    /**
     * A public trade: who trades through a client order's price would have met it first; who trades at its price meets it once the
     * queue ahead is gone.
     */
    void onTrade(InstrumentMarket market, Side aggressor, long price, long quantity, long timeNs) {
        long left = through(market, market.bids, price, quantity, timeNs);
        left = through(market, market.asks, price, left, timeNs);
        if (aggressor != Side.BUY) {
            left = at(market, market.bids.at(price), left, timeNs);
        }
        if (aggressor != Side.SELL) {
            at(market, market.asks.at(price), left, timeNs);
        }
    }

    /**
     * Fills orders whose price is better for the market than a trade's.
     *
     * @return volume left
     */
    long through(InstrumentMarket market, BookSide side, long price, long volume, long timeNs) {
        long left = volume;
        PriceLevel best = side.best();
        while (best != null && left > 0 && side.isBetter(best.price(), price)) {
            left = fillAll(market, best, left, timeNs);
            best = side.best();
        }
        return left;
    }

    /** The display changed: queues move, and orders that the other side now quotes through or at are filled. */
    void onDisplayed(InstrumentMarket market, long timeNs) {
        onDisplayed(market, market.bids, timeNs);
        onDisplayed(market, market.asks, timeNs);
    }

    private void onDisplayed(InstrumentMarket market, BookSide side, long timeNs) {
        for (int i = 0; i < side.size(); i++) {
            PriceLevel level = side.level(i);
            queue.onDisplayed(level, market.displayed.displayed(side.isAsks(), level.price()), timeNs);
        }
        PriceLevel best = side.best();
        while (best != null && quoteMeets(market, best, side, timeNs)) {
            best = side.best();
        }
    }

    /** Fills a level from the quotes of the other side; whether a further level may be met. */
    private boolean quoteMeets(InstrumentMarket market, PriceLevel level, BookSide side, long timeNs) {
        boolean opposite = !side.isAsks();
        DisplayedMarket displayed = market.displayed;
        for (int i = 0; i < displayed.levels(opposite); i++) {
            long quoted = displayed.price(opposite, i);
            if (quoted <= 0 || side.isBetter(quoted, level.price())) {
                return false;
            }
            long available = displayed.available(opposite, i, timeNs);
            if (available > 0) {
                long left = fillAll(market, level, available, timeNs);
                displayed.take(opposite, quoted, available - left, timeNs);
                if (level.isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    private long at(InstrumentMarket market, @Nullable PriceLevel level, long volume, long timeNs) {
        if (level == null || volume == 0) {
            return volume;
        }
        long left = volume;
        long eaten = 0;
        ClientOrder order = level.first();
        while (order != null) {
            ClientOrder next = order.nextAtLevel();
            long ahead = Math.max(0, queue.ahead(order, timeNs) - eaten);
            long now = Math.min(left, ahead);
            eaten += now;
            left -= now;
            queue.eaten(order, eaten, timeNs);
            left -= fill(market, order, left, timeNs);
            order = next;
        }
        queue.traded(level, volume, timeNs);
        return left;
    }

    private long fillAll(InstrumentMarket market, PriceLevel level, long volume, long timeNs) {
        long left = volume;
        ClientOrder order = level.first();
        while (order != null && left > 0) {
            ClientOrder next = order.nextAtLevel();
            left -= fill(market, order, left, timeNs);
            order = next;
        }
        return left;
    }

    private long fill(InstrumentMarket market, ClientOrder order, long volume, long timeNs) {
        if (volume <= 0) {
            return 0;
        }
        long quantity = Math.min(volume, executions.tradable(order));
        if (quantity == 0) {
            executions.end(market, order, EndReason.NOTHING_TO_REDUCE, timeNs);
        } else {
            executions.fill(market, order, order.price(), quantity, true, executions.nextTradeId(), timeNs);
        }
        return quantity;
    }
}
