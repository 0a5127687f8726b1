package io.lockstep.simulator.alpaca.trade;

import io.lockstep.simulator.alpaca.account.Admission;
import io.lockstep.simulator.alpaca.account.Books;
import io.lockstep.simulator.alpaca.account.DayTrades;
import io.lockstep.simulator.alpaca.api.EndpointTable;
import io.lockstep.simulator.alpaca.api.Fields;
import io.lockstep.simulator.alpaca.desk.FillModel;
import io.lockstep.simulator.alpaca.desk.OrderDay;
import io.lockstep.simulator.alpaca.desk.OrderDesk;
import io.lockstep.simulator.alpaca.desk.OrderFlow;
import io.lockstep.simulator.alpaca.desk.OrderForm;
import io.lockstep.simulator.alpaca.desk.OrderRules;
import io.lockstep.simulator.alpaca.desk.PaperFills;
import io.lockstep.simulator.alpaca.desk.SyntheticPartials;
import io.lockstep.simulator.alpaca.desk.TradeFaults;
import io.lockstep.simulator.alpaca.desk.TradingFloor;
import io.lockstep.simulator.alpaca.market.Agenda;
import io.lockstep.simulator.alpaca.market.Asset;
import io.lockstep.simulator.alpaca.order.AlpacaOrder;
import io.lockstep.simulator.alpaca.order.Ids;
import io.lockstep.simulator.alpaca.order.OrderStore;
import io.lockstep.simulator.alpaca.stream.EventSession;
import io.lockstep.simulator.alpaca.stream.TradeUpdates;
import io.lockstep.simulator.wire.SocketPeer;
import io.lockstep.simulator.wire.SocketSession;

/** Puts the trading of one venue together: accounts, orders, the trading stream and all endpoints. */
public final class TradingDesk {
    private final Books books;
    private final TradeUpdates updates;
    private final TradeFaults faults = new TradeFaults();
    private final OrderStore store = new OrderStore();
    private final OrderFlow flow;
    private final Agenda agenda;

    /**
     * Rules that differ between venues' plans and times.
     *
     * @param fillModel how much trades against the best bid or ask
     * @param partialPercent share of fills that come in part first, percent
     * @param clsCutoffMinutes minutes before the close after which orders for it are refused
     * @param dayTradeProtection whether the pattern-day-trader rule of before June 2026 applies
     * @param legacyMembers whether accounts still show that rule's members
     * @param seed of the partial fills
     */
    public record Habits(
            FillModel fillModel,
            int partialPercent,
            int clsCutoffMinutes,
            boolean dayTradeProtection,
            boolean legacyMembers,
            long seed) {}

    /** Trading on a floor, with its endpoints added to a table. */
    public TradingDesk(TradingFloor floor, Habits habits, EndpointTable table) {
        agenda = floor.agenda();
        Ids ids = new Ids(floor.nowNs().getAsLong() ^ habits.seed());
        books = new Books(floor.market(), store);
        updates = new TradeUpdates(ids);
        DayTrades dayTrades = new DayTrades(floor.sessions(), habits.dayTradeProtection());
        PaperFills fills =
                new PaperFills(habits.fillModel(), new SyntheticPartials(habits.seed(), habits.partialPercent()));
        flow = new OrderFlow(floor, books, fills, dayTrades, updates, ids);
        OrderRules rules = new OrderRules(floor.market(), floor.sessions(), habits.clsCutoffMinutes());
        Admission admission = new Admission(books, store, floor.market(), floor.sessions(), dayTrades);
        OrderDesk desk = new OrderDesk(floor, store, rules, admission, flow, ids, faults);
        OrderDay day = new OrderDay(store, flow, books);
        floor.market().listen(day);
        floor.sessions().listen(day);
        OrderEndpoints orders =
                new OrderEndpoints(store, desk, new OrderForm(floor.market().assets()));
        orders.register(table);
        new PositionEndpoints(floor.market(), books, desk, orders).register(table);
        new AccountEndpoints(
                        books, dayTrades, habits.legacyMembers(), floor.nowNs().getAsLong())
                .register(table);
        new ActivityEndpoints(flow).register(table);
        new PortfolioEndpoints(floor, books).register(table);
        new AssetEndpoints(floor.market().assets()).register(table);
        new CalendarEndpoints(floor.sessions()).register(table);
        new MarketEndpoints(floor.sessions()).register(table);
    }

    /** Pays into an account, or out of it, US dollars, E8. */
    public void deposit(int accountId, long amount) {
        books.deposit(accountId, amount);
    }

    /** Who is told of orders, and what of that goes wrong. */
    public TradeUpdates updates() {
        return updates;
    }

    /**
     * Tells a reader of server-sent events what happens to an account's orders.
     *
     * @param query what it asks for, checked by {@link EventSession#check}
     */
    public SocketSession follow(int accountId, Fields query, SocketPeer peer) {
        return new EventSession(updates, peer, accountId, query, agenda);
    }

    /** Refusals that come late. */
    public TradeFaults faults() {
        return faults;
    }

    /**
     * Tells a rare event of an order, as {@code suspended}, {@code stopped}, {@code calculated} or {@code restated}; the first three
     * become its state until {@link #resume}.
     *
     * @return false if there is no such order
     */
    public boolean say(int accountId, String orderId, String event) {
        AlpacaOrder order = store.byId(accountId, orderId);
        if (order != null) {
            flow.say(event, order);
        }
        return order != null;
    }

    /**
     * Lets an open order work again.
     *
     * @return false if there is no such open order
     */
    public boolean resume(int accountId, String orderId) {
        AlpacaOrder order = store.byId(accountId, orderId);
        boolean open = order != null && order.isOpen();
        if (order != null && open) {
            flow.work(order);
        }
        return open;
    }

    /** Whether an account has a trading stream already. */
    public boolean isStreaming(int accountId) {
        return updates.isConnected(accountId);
    }

    /** Signed quantity an account holds of an asset, E8. */
    public long held(int accountId, Asset asset) {
        return books.held(accountId, asset);
    }

    /** Cash of an account, US dollars, E8. */
    public long cash(int accountId) {
        return books.cash(accountId);
    }
}
