package io.lockstep.strategies;

import io.lockstep.engine.book.OrderBook;
import io.lockstep.engine.book.TopOfBook;
import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.indicator.BookIndicator;
import io.lockstep.engine.indicator.Indicator;
import io.lockstep.engine.indicator.TradeIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.strategy.IndicatorHandle;
import io.lockstep.engine.strategy.OrderTicket;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;
import io.lockstep.engine.strategy.StrategyFactory;
import io.lockstep.engine.strategy.StrategyParameters;
import io.lockstep.engine.strategy.VirtualPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A host for one strategy on one instrument that does as it is told: the test delivers events, fills, rejects and denies; orders,
 * signals and suppressions are written down.
 */
public final class FakeStrategyContext implements StrategyContext, StrategyDeclaration {
    /** The instrument: tick 0.01, lot 0.001, fees none. */
    public static final Instrument INSTRUMENT = withFee(0);

    private final Map<String, List<BarIndicator>> barIndicators = new TreeMap<>();
    private final List<TradeIndicator> tradeIndicators = new ArrayList<>();
    private final List<BookIndicator> bookIndicators = new ArrayList<>();
    private final List<Indicator> outputs = new ArrayList<>();
    private final List<Integer> outputNumbers = new ArrayList<>();
    private final List<FakeOrder> orders = new ArrayList<>();
    private final List<String> signals = new ArrayList<>();
    private final Map<String, Integer> suppressions = new TreeMap<>();
    private final Map<Long, Long> timers = new TreeMap<>();
    private final Reports reports = new Reports();
    private final FakePosition position = new FakePosition();
    private final TopOfBook top = new TopOfBook();
    private final OrderBook book = new OrderBook();
    private final Strategy strategy;
    private boolean fillsMarketOrders;
    private Instrument instrument = INSTRUMENT;
    private boolean stale;
    private long lastPrice;
    private long nowNs;

    private FakeStrategyContext(Strategy strategy) {
        this.strategy = strategy;
        strategy.declare(this);
        strategy.onStart(this);
    }

    /** Hosts a strategy made by its factory from keys and values; faults in them fail the test. */
    public static FakeStrategyContext host(StrategyFactory factory, Map<String, Object> parameters) {
        StrategyParameters given = new StrategyParameters("strategy", parameters);
        Strategy strategy = factory.create(given);
        if (!given.faults().isEmpty()) {
            throw new AssertionError(given.faults());
        }
        return new FakeStrategyContext(strategy);
    }

    /** Hosts a strategy. */
    public static FakeStrategyContext host(Strategy strategy) {
        return new FakeStrategyContext(strategy);
    }

    /** From now on the venue keeps a fraction of what takes. */
    public FakeStrategyContext takerFee(String fraction) {
        instrument = withFee(FixedPoint.parse(fraction));
        return this;
    }

    private static Instrument withFee(long takerFee) {
        return new Instrument(
                0,
                Venue.SIMULATED,
                AssetClass.PERPETUAL,
                "TEST",
                "BASE",
                "QUOTE",
                FixedPoint.parse("0.01"),
                FixedPoint.parse("0.001"),
                FixedPoint.parse("0.001"),
                FixedPoint.parse("1000000"),
                0,
                FixedPoint.ONE,
                0,
                takerFee);
    }

    /** From now on market orders fill whole at the last price as soon as the strategy has handled the event. */
    public FakeStrategyContext fillMarketOrders() {
        fillsMarketOrders = true;
        return this;
    }

    /** Delivers a closed bar of the timeframe the strategy declared with this label, at its close time. */
    public void bar(String timeframe, Bar bar) {
        lastPrice = bar.close();
        barIndicators.getOrDefault(timeframe, List.of()).forEach(indicator -> indicator.onBar(bar));
        event(bar.closeTimeNs(), s -> s.onBar(this, bar));
    }

    /** Delivers a best bid and ask with sizes of 10. */
    public void quote(long timeNs, String bid, String ask) {
        long size = 10 * FixedPoint.ONE;
        top.set(FixedPoint.parse(bid), size, FixedPoint.parse(ask), size, timeNs);
        lastPrice = top.mid();
        event(timeNs, s -> s.onTopOfBook(this, 0));
    }

    /** Delivers a change of the book after the test has edited it. */
    public void book(long timeNs, Consumer<OrderBook> edit) {
        edit.accept(book);
        book.markValid(timeNs);
        top.set(book.bidPrice(0), book.bidQuantity(0), book.askPrice(0), book.askQuantity(0), timeNs);
        lastPrice = top.mid();
        bookIndicators.forEach(indicator -> indicator.onBook(timeNs, book));
        event(timeNs, s -> s.onBook(this, 0));
    }

    /** Delivers a public trade. */
    public void trade(long timeNs, String price, String quantity, Side aggressor) {
        long px = FixedPoint.parse(price);
        long qty = FixedPoint.parse(quantity);
        lastPrice = px;
        tradeIndicators.forEach(indicator -> indicator.onTrade(timeNs, px, qty, aggressor));
        event(timeNs, s -> s.onTrade(this, reports.trade(0, px, qty, aggressor)));
    }

    /** Delivers a trading status. */
    public void status(TradingStatusKind kind) {
        event(nowNs, s -> s.onTradingStatus(this, reports.status(0, kind)));
    }

    /** Lets time pass; due timers fire. */
    public void time(long timeNs) {
        event(timeNs, s -> {});
    }

    /** Fills part of an order. */
    public void fill(FakeOrder order, String quantity, String price) {
        fill(order, FixedPoint.parse(quantity), FixedPoint.parse(price));
    }

    /** Ends an order without a further fill. */
    public void end(FakeOrder order, ExecType type) {
        order.live = false;
        event(nowNs, s -> s.onExecution(this, reports.execution(order, type, 0, 0)));
    }

    /** Delivers a report that does not end the order. */
    public void report(FakeOrder order, ExecType type) {
        event(nowNs, s -> s.onExecution(this, reports.execution(order, type, 0, 0)));
    }

    /** The risk gate stops an order. */
    public void deny(FakeOrder order) {
        order.live = false;
        event(nowNs, s -> s.onDenied(this, reports.denial(order, OrderAction.NEW)));
    }

    /** The risk gate stops an order's cancellation. */
    public void denyCancel(FakeOrder order) {
        event(nowNs, s -> s.onDenied(this, reports.denial(order, OrderAction.CANCEL)));
    }

    /** From now on data is stale, or not. */
    public void stale(boolean isStale) {
        stale = isStale;
    }

    /** All orders, oldest first. */
    public List<FakeOrder> orders() {
        return orders;
    }

    /** The newest order. */
    public FakeOrder lastOrder() {
        return orders.get(orders.size() - 1);
    }

    /** All orders as texts, oldest first. */
    public List<String> orderTexts() {
        return orders.stream().map(FakeOrder::toString).toList();
    }

    /** All signals as {@code SIDE score reason}. */
    public List<String> signals() {
        return signals;
    }

    /** Counts of signals not acted on by reason. */
    public Map<String, Integer> suppressions() {
        return suppressions;
    }

    /** The only position. */
    public VirtualPosition position() {
        return position;
    }

    private void fill(FakeOrder order, long quantity, long price) {
        order.filled += quantity;
        order.live = order.leaves() > 0;
        position.fill(order.side == Side.BUY ? quantity : -quantity, price, 0);
        event(nowNs, s -> s.onExecution(this, reports.execution(order, ExecType.FILL, quantity, price)));
    }

    private void event(long timeNs, Consumer<Strategy> delivery) {
        nowNs = Math.max(nowNs, timeNs);
        fireTimers();
        delivery.accept(strategy);
        if (fillsMarketOrders) {
            List.copyOf(orders).stream()
                    .filter(order -> order.live && !order.limit)
                    .forEach(order -> fill(order, order.leaves(), lastPrice));
        }
    }

    private void fireTimers() {
        List<Long> due = timers.entrySet().stream()
                .filter(timer -> timer.getValue() <= nowNs)
                .map(Map.Entry::getKey)
                .toList();
        due.forEach(timer -> {
            timers.remove(timer);
            strategy.onTimer(this, timer);
        });
    }

    private long submit(FakeOrder order) {
        orders.add(order);
        order.id = orders.size();
        order.live = true;
        return order.id;
    }

    private IndicatorHandle handle(Indicator indicator) {
        int first = outputs.size();
        for (int i = 0; i < indicator.outputCount(); i++) {
            outputs.add(indicator);
            outputNumbers.add(i);
        }
        return new IndicatorHandle(first, indicator.outputCount());
    }

    @Override
    public List<Integer> instruments() {
        return List.of(0);
    }

    @Override
    public void bars(int instrumentId, String timeframe) {
        barIndicators.computeIfAbsent(timeframe, t -> new ArrayList<>());
    }

    @Override
    public void depth(int instrumentId) {
        book.clear();
    }

    @Override
    public IndicatorHandle onBars(int instrumentId, String timeframe, BarIndicator indicator) {
        barIndicators.computeIfAbsent(timeframe, t -> new ArrayList<>()).add(indicator);
        return handle(indicator);
    }

    @Override
    public IndicatorHandle onTrades(int instrumentId, TradeIndicator indicator) {
        tradeIndicators.add(indicator);
        return handle(indicator);
    }

    @Override
    public IndicatorHandle onBook(int instrumentId, BookIndicator indicator) {
        bookIndicators.add(indicator);
        return handle(indicator);
    }

    @Override
    public long timeNs() {
        return nowNs;
    }

    @Override
    public Instrument instrument(int instrumentId) {
        return instrument;
    }

    @Override
    public TopOfBook topOfBook(int instrumentId) {
        return top;
    }

    @Override
    public OrderBook book(int instrumentId) {
        return book;
    }

    @Override
    public long lastPrice(int instrumentId) {
        return lastPrice;
    }

    @Override
    public long markPrice(int instrumentId) {
        return 0;
    }

    @Override
    public boolean isStale(int instrumentId) {
        return stale;
    }

    @Override
    public double value(IndicatorHandle indicator) {
        return value(indicator, 0);
    }

    @Override
    public double value(IndicatorHandle indicator, int output) {
        int index = indicator.firstOutput() + output;
        return outputs.get(index).output(outputNumbers.get(index));
    }

    @Override
    public boolean isReady(IndicatorHandle indicator) {
        for (int i = 0; i < indicator.outputs(); i++) {
            if (Double.isNaN(value(indicator, i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public VirtualPosition position(int instrumentId) {
        return position;
    }

    @Override
    public int workingOrders(int instrumentId) {
        return (int) orders.stream().filter(FakeOrder::isLive).count();
    }

    @Override
    public OrderTicket order(int instrumentId) {
        return new FakeOrder(instrumentId, this::submit);
    }

    @Override
    public void cancel(long orderId) {
        orders.get((int) orderId - 1).cancelAsked = true;
    }

    @Override
    public void cancelAll(int instrumentId) {
        orders.stream().filter(FakeOrder::isLive).forEach(order -> order.cancelAsked = true);
    }

    @Override
    public long replace(long orderId, long price, long quantity) {
        throw FakeOrder.unexpected("replace");
    }

    @Override
    public void signal(int instrumentId, Side side, double score, String reason) {
        signals.add(side + " " + score + " " + reason);
    }

    @Override
    public void suppress(int instrumentId, String reason) {
        suppressions.merge(reason, 1, Integer::sum);
    }

    @Override
    public void setTimer(long timerId, long atNs) {
        timers.put(timerId, atNs);
    }

    @Override
    public void cancelTimer(long timerId) {
        timers.remove(timerId);
    }
}
