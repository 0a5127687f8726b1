package io.lockstep.simulator.matching;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.market.DisplayedMarket;
import io.lockstep.simulator.matching.book.BookSide;
import io.lockstep.simulator.matching.book.ClientOrder;
import io.lockstep.simulator.matching.book.PriceLevel;

/** What an arriving order would get, without taking it: quantity, cost and worst price, best prices first. */
final class LiquidityProbe {
    private long quantity;
    private long cost;
    private long worstPrice;

    /** Quantity it would get, E8. */
    long quantity() {
        return quantity;
    }

    /** Value of that, quote currency, E8. */
    long cost() {
        return cost;
    }

    /** Price of the last of it, quote currency, E8; 0 when it gets nothing. */
    long worstPrice() {
        return worstPrice;
    }

    /**
     * Looks how far a quantity goes.
     *
     * @param limit worst acceptable price, {@code FixedPoint.NULL} for any
     */
    void probe(InstrumentMarket market, boolean buy, long limit, long wanted, long timeNs) {
        quantity = 0;
        cost = 0;
        worstPrice = 0;
        BookSide clients = market.side(buy);
        DisplayedMarket displayed = market.displayed;
        int clientLevel = 0;
        int marketLevel = 0;
        while (quantity < wanted) {
            long clientPrice =
                    clientLevel < clients.size() ? clients.level(clientLevel).price() : 0;
            long marketPrice = marketLevel < displayed.levels(buy) ? displayed.price(buy, marketLevel) : 0;
            boolean fromClients = marketPrice <= 0 || clientPrice != 0 && !clients.isBetter(marketPrice, clientPrice);
            long price = fromClients ? clientPrice : marketPrice;
            if (price <= 0 || !isWithin(price, limit, buy)) {
                return;
            }
            long there = fromClients
                    ? openQuantity(clients.level(clientLevel++))
                    : displayed.available(buy, marketLevel++, timeNs);
            add(market, price, Math.min(there, wanted - quantity));
        }
    }

    /** Whether a price is no worse than a limit. */
    static boolean isWithin(long price, long limit, boolean buy) {
        return limit == FixedPoint.NULL || (buy ? price <= limit : price >= limit);
    }

    private void add(InstrumentMarket market, long price, long more) {
        if (more > 0) {
            quantity += more;
            cost = Math.addExact(cost, market.instrument.notional(price, more));
            worstPrice = price;
        }
    }

    private static long openQuantity(PriceLevel level) {
        long open = 0;
        for (ClientOrder order = level.first(); order != null; order = order.nextAtLevel()) {
            open += order.leavesQty();
        }
        return open;
    }
}
