package io.lockstep.simulator.alpaca.desk;

import io.lockstep.engine.calendar.MarketSession;
import io.lockstep.engine.calendar.TradingDay;
import io.lockstep.simulator.alpaca.account.Books;
import io.lockstep.simulator.alpaca.market.Asset;
import io.lockstep.simulator.alpaca.market.MarketListener;
import io.lockstep.simulator.alpaca.market.Print;
import io.lockstep.simulator.alpaca.market.Quote;
import io.lockstep.simulator.alpaca.market.Sessions;
import io.lockstep.simulator.alpaca.order.AlpacaOrder;
import io.lockstep.simulator.alpaca.order.OrderState;
import io.lockstep.simulator.alpaca.order.OrderStore;
import io.lockstep.simulator.alpaca.order.Tif;

/** What the market and the day do to orders: quotes and prints, sessions, auctions, halts. */
public final class OrderDay implements MarketListener, Sessions.Listener {
    private final OrderStore store;
    private final OrderFlow flow;
    private final Books books;

    /** The day of the orders of a store. */
    public OrderDay(OrderStore store, OrderFlow flow, Books books) {
        this.store = store;
        this.flow = flow;
        this.books = books;
    }

    @Override
    public void onQuote(Asset asset, Quote quote) {
        for (AlpacaOrder order : store.openOf(asset)) {
            if (order.isOpen()) {
                flow.evaluate(order);
                endOpening(order, asset);
            }
        }
    }

    @Override
    public void onPrint(Asset asset, Print print) {
        for (AlpacaOrder order : store.openOf(asset)) {
            if (order.isOpen() && order.terms().kind().isTriggered()) {
                flow.evaluate(order);
            }
        }
    }

    @Override
    public void onHalt(Asset asset, boolean halted, long timeNs) {
        if (!halted) {
            for (AlpacaOrder order : store.openOf(asset)) {
                routeQueued(order);
                flow.evaluate(order);
            }
        }
    }

    @Override
    public void onSession(MarketSession session, TradingDay day, long timeNs) {
        for (AlpacaOrder order : store.allOpen()) {
            if (order.isOpen() && !order.asset().isCrypto()) {
                switch (session) {
                    case CORE -> open(order);
                    case POST_MARKET -> close(order);
                    default -> routeQueued(order);
                }
            }
        }
        if (session == MarketSession.CLOSED) {
            books.rollDay();
        }
    }

    @Override
    public void onCoinDay(long timeNs) {
        // coins' orders know no day
    }

    private void open(AlpacaOrder order) {
        if (order.state() == OrderState.DONE_FOR_DAY || isWaitingFor(order, Tif.OPG)) {
            flow.work(order);
        } else {
            routeQueued(order);
        }
    }

    /** What the first quote after the open did not fill is canceled. */
    private void endOpening(AlpacaOrder order, Asset asset) {
        if (order.isOpen()
                && order.isWorking()
                && order.terms().tif() == Tif.OPG
                && order.asset().equals(asset)) {
            flow.end(order, OrderState.CANCELED);
        }
    }

    private void close(AlpacaOrder order) {
        if (isWaitingFor(order, Tif.CLS)) {
            flow.work(order);
            flow.meet(order);
            if (order.isOpen()) {
                flow.end(order, OrderState.CANCELED);
            }
        } else if (isWorkingGtc(order)) {
            order.rest(OrderState.DONE_FOR_DAY, flow.nowNs());
            flow.tell("done_for_day", order);
        } else {
            routeQueued(order);
        }
    }

    private static boolean isWorkingGtc(AlpacaOrder order) {
        boolean inMarket = order.state() == OrderState.NEW || order.state() == OrderState.PARTIALLY_FILLED;
        return order.isWorking() && inMarket && order.terms().tif() == Tif.GTC;
    }

    private static boolean isWaitingFor(AlpacaOrder order, Tif tif) {
        return order.state() == OrderState.ACCEPTED && order.terms().tif() == tif;
    }

    private void routeQueued(AlpacaOrder order) {
        boolean queued = order.state() == OrderState.ACCEPTED && order.replaces() == null;
        if (queued && flow.isRoutable(order)) {
            flow.route(order);
        }
    }
}
