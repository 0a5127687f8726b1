package io.lockstep.simulator.matching;

import io.lockstep.simulator.market.DisplayedMarket;
import io.lockstep.simulator.matching.book.BookSide;
import io.lockstep.simulator.matching.book.ClientOrder;
import io.lockstep.simulator.matching.book.PriceLevel;
import io.lockstep.simulator.matching.book.QueueModel;
import io.lockstep.simulator.order.EndReason;
import io.lockstep.simulator.order.SelfTradePrevention;

/**
 * Lets an arriving order take: client orders and displayed market liquidity, best price first; at one price in the order of time,
 * that is the market standing ahead of a client order, the client order, the market behind it.
 */
final class Matcher {
    private final Executions executions;
    private final QueueModel queue;

    Matcher(Executions executions, QueueModel queue) {
        this.executions = executions;
        this.queue = queue;
    }

    /** Trades what the order's limit allows; afterwards it may be filled, ended, or open with a rest. */
    void take(InstrumentMarket market, ClientOrder taker, long timeNs) {
        BookSide clients = market.side(taker.isBuy());
        int level = 0;
        while (taker.status().isOpen() && hasSomethingToDo(market, taker, timeNs)) {
            level = nextAvailable(market.displayed, taker.isBuy(), level, timeNs);
            long marketPrice = level < 0 ? 0 : market.displayed.price(taker.isBuy(), level);
            PriceLevel best = clients.best();
            boolean clientFirst = best != null && (marketPrice <= 0 || !clients.isBetter(marketPrice, best.price()));
            long price = clientFirst && best != null ? best.price() : marketPrice;
            if (price <= 0 || !LiquidityProbe.isWithin(price, taker.price(), taker.isBuy())) {
                return;
            }
            if (clientFirst && best != null) {
                takeAtClientLevel(market, taker, best, price == marketPrice ? level : -1, timeNs);
            } else {
                takeDisplayed(market, taker, level, Long.MAX_VALUE, timeNs);
            }
            level = Math.max(level, 0);
        }
    }

    private boolean hasSomethingToDo(InstrumentMarket market, ClientOrder taker, long timeNs) {
        if (executions.tradable(taker) > 0) {
            return true;
        }
        executions.end(market, taker, EndReason.NOTHING_TO_REDUCE, timeNs);
        return false;
    }

    private void takeAtClientLevel(
            InstrumentMarket market, ClientOrder taker, PriceLevel clients, int level, long timeNs) {
        ClientOrder maker = clients.first();
        if (maker == null) {
            throw new IllegalStateException("level without orders: price=" + clients.price());
        }
        long ahead = level < 0 ? 0 : queue.ahead(maker, timeNs);
        if (ahead > 0) {
            long taken = takeDisplayed(market, taker, level, ahead, timeNs);
            for (ClientOrder order = clients.first(); order != null; order = order.nextAtLevel()) {
                queue.eaten(order, taken, timeNs);
            }
        } else {
            meet(market, taker, maker, timeNs);
        }
    }

    private long takeDisplayed(InstrumentMarket market, ClientOrder taker, int level, long most, long timeNs) {
        boolean asks = taker.isBuy();
        long price = market.displayed.price(asks, level);
        long available = market.displayed.available(asks, level, timeNs);
        long quantity = Math.min(Math.min(available, most), executions.tradable(taker));
        market.displayed.take(asks, price, quantity, timeNs);
        executions.fill(market, taker, price, quantity, false, executions.nextTradeId(), timeNs);
        return quantity;
    }

    private void meet(InstrumentMarket market, ClientOrder taker, ClientOrder maker, long timeNs) {
        if (taker.accountId() == maker.accountId() && taker.selfTradePrevention() != SelfTradePrevention.NONE) {
            prevent(market, taker, maker, timeNs);
            return;
        }
        long quantity = Math.min(executions.tradable(taker), executions.tradable(maker));
        if (quantity == 0) {
            executions.end(market, maker, EndReason.NOTHING_TO_REDUCE, timeNs);
            return;
        }
        long tradeId = executions.nextTradeId();
        executions.fill(market, maker, maker.price(), quantity, true, tradeId, timeNs);
        executions.fill(market, taker, maker.price(), quantity, false, tradeId, timeNs);
    }

    private void prevent(InstrumentMarket market, ClientOrder taker, ClientOrder maker, long timeNs) {
        SelfTradePrevention mode = taker.selfTradePrevention();
        if (mode != SelfTradePrevention.EXPIRE_TAKER) {
            executions.end(market, maker, EndReason.SELF_TRADE, timeNs);
        }
        if (mode != SelfTradePrevention.EXPIRE_MAKER) {
            executions.end(market, taker, EndReason.SELF_TRADE, timeNs);
        }
    }

    /** The first level from {@code level} on that has something left, -1 if there is none. */
    private static int nextAvailable(DisplayedMarket displayed, boolean asks, int level, long timeNs) {
        int levels = displayed.levels(asks);
        for (int i = Math.max(level, 0); i < levels; i++) {
            if (displayed.available(asks, i, timeNs) > 0) {
                return i;
            }
        }
        return -1;
    }
}
