package io.lockstep.simulator.alpaca.desk;

import io.lockstep.engine.calendar.MarketSession;
import io.lockstep.simulator.alpaca.account.Books;
import io.lockstep.simulator.alpaca.account.DayTrades;
import io.lockstep.simulator.alpaca.market.Agenda;
import io.lockstep.simulator.alpaca.market.AssetMarket;
import io.lockstep.simulator.alpaca.market.Market;
import io.lockstep.simulator.alpaca.market.Sessions;
import io.lockstep.simulator.alpaca.order.AlpacaOrder;
import io.lockstep.simulator.alpaca.order.Execution;
import io.lockstep.simulator.alpaca.order.Ids;
import io.lockstep.simulator.alpaca.order.OrderEvents;
import io.lockstep.simulator.alpaca.order.OrderState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The moves of one order: to the market, to its fills, to its end. Each tells its event; groups follow. */
public final class OrderFlow {
    private final Market market;
    private final Sessions sessions;
    private final Agenda agenda;
    private final Books books;
    private final PaperFills fills;
    private final DayTrades dayTrades;
    private final OrderEvents events;
    private final Ids ids;
    private final LongSupplier nowNs;
    private final long routeNs;
    private final OrderGroups groups = new OrderGroups(this);
    private final List<Execution> executions = new ArrayList<>();

    /** The flow of orders on a floor. */
    public OrderFlow(
            TradingFloor floor, Books books, PaperFills fills, DayTrades dayTrades, OrderEvents events, Ids ids) {
        this.market = floor.market();
        this.sessions = floor.sessions();
        this.agenda = floor.agenda();
        this.nowNs = floor.nowNs();
        this.routeNs = floor.routeNs();
        this.books = books;
        this.fills = fills;
        this.dayTrades = dayTrades;
        this.events = events;
        this.ids = ids;
    }

    /** All fills, oldest first. */
    public List<Execution> executions() {
        return executions;
    }

    long nowNs() {
        return nowNs.getAsLong();
    }

    /** Does something once the way to the market and back has passed. */
    void afterRoute(Runnable task) {
        agenda.at(nowNs() + routeNs, task);
    }

    void tell(String event, AlpacaOrder order) {
        tell(event, order, null);
    }

    private void tell(String event, AlpacaOrder order, @Nullable Execution execution) {
        events.onEvent(event, order, execution, nowNs());
    }

    /** Whether an order may trade in the session a time lies in. */
    boolean isEligible(AlpacaOrder order, long timeNs) {
        MarketSession session = sessions.at(timeNs);
        return order.asset().isCrypto()
                || session == MarketSession.CORE
                || order.terms().extendedHours() && session != MarketSession.CLOSED;
    }

    /** Whether an order can go to the market now. */
    boolean isRoutable(AlpacaOrder order) {
        boolean open = isEligible(order, nowNs()) && !market.of(order.asset()).isHalted();
        return !order.terms().tif().isAuction() && (open || order.terms().tif().isImmediate());
    }

    /** Sends an order to the market. */
    void route(AlpacaOrder order) {
        order.state(OrderState.PENDING_NEW, nowNs());
        tell("pending_new", order);
        afterRoute(() -> arrive(order));
    }

    private void arrive(AlpacaOrder order) {
        if (order.state() == OrderState.PENDING_NEW) {
            work(order);
            evaluate(order);
            if (order.terms().tif().isImmediate() && order.isOpen()) {
                end(order, OrderState.CANCELED);
            }
        }
    }

    /** Lets an order stand in the market. */
    public void work(AlpacaOrder order) {
        order.work(nowNs());
        tell("new", order);
        groups.onWorking(order);
    }

    /** Holds an order against the market as it is now. */
    void evaluate(AlpacaOrder order) {
        if (order.isWorking() && isEligible(order, nowNs())) {
            meet(order);
        }
    }

    /** Holds an order against the market whatever the session, as in an auction. */
    void meet(AlpacaOrder order) {
        AssetMarket there = market.of(order.asset());
        if (there.isHalted()) {
            return;
        }
        if (fills.isTriggered(order, there.last())) {
            order.trigger();
            groups.onTriggered(order);
        }
        long price = fills.price(order, there);
        long quantity = price == 0 ? 0 : fills.quantity(order, there, price);
        if (quantity > 0) {
            fills.take(order, there, quantity);
            fill(order, price, quantity);
        }
    }

    private void fill(AlpacaOrder order, long price, long quantity) {
        long before = books.held(order.accountId(), order.asset());
        long value = books.fill(order, price, quantity);
        long after = books.held(order.accountId(), order.asset());
        order.fill(price, quantity, value, nowNs());
        dayTrades.fill(order.accountId(), order.asset(), Math.abs(after) > Math.abs(before), nowNs());
        Execution execution = new Execution(
                ids.next("execution"),
                order,
                price,
                quantity,
                order.filled(),
                order.openQuantity(),
                after,
                order.state(),
                nowNs());
        executions.add(execution);
        tell(order.state() == OrderState.FILLED ? "fill" : "partial_fill", order, execution);
        groups.onFill(order);
    }

    /** Ends an order that is not filled. */
    void end(AlpacaOrder order, OrderState state) {
        order.end(state, nowNs());
        tell(state.word(), order);
        groups.onEnd(order);
    }

    /** Tells an event nothing here leads to; an open order takes the state of that name, if there is one, and stops to work. */
    public void say(String event, AlpacaOrder order) {
        OrderState named = OrderState.of(event, order.state());
        if (order.isOpen() && !named.isFinal() && named != order.state()) {
            order.rest(named, nowNs());
        }
        tell(event, order);
    }

    /** Asks the market to take an order back. */
    void askToCancel(AlpacaOrder order, TradeFaults faults) {
        order.askToCancel(nowNs());
        tell("pending_cancel", order);
        afterRoute(() -> answerCancel(order, faults));
    }

    private void answerCancel(AlpacaOrder order, TradeFaults faults) {
        if (order.state() != OrderState.PENDING_CANCEL) {
            return;
        }
        if (!faults.takeCancelRejection()) {
            end(order, OrderState.CANCELED);
            return;
        }
        order.fallBack(nowNs());
        tell("order_cancel_rejected", order);
        arrive(order);
    }
}
