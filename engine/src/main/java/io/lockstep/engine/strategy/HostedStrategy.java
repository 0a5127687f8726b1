package io.lockstep.engine.strategy;

import io.lockstep.engine.book.InstrumentView;
import io.lockstep.engine.book.OrderBook;
import io.lockstep.engine.book.TopOfBook;
import io.lockstep.engine.event.StateHash;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandEncoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.telemetry.Counter;

/**
 * One strategy with what belongs to it alone: positions, working orders, subscriptions. It is the strategy's context. Owned by the strategy
 * handler.
 */
final class HostedStrategy implements StrategyContext {
    private final StrategySpec spec;
    private final StrategyHandler host;
    private final Declarations declarations;
    private final HostedPosition[] positions;
    private final WorkingOrders working = new WorkingOrders();
    private final Ticket ticket;
    private boolean running = true;

    HostedStrategy(StrategySpec spec, StrategyHandler host, Declarations declarations, int instruments) {
        this.spec = spec;
        this.host = host;
        this.declarations = declarations;
        positions = new HostedPosition[instruments];
        for (int i = 0; i < instruments; i++) {
            positions[i] = new HostedPosition();
        }
        ticket = new Ticket(this, host.writer());
    }

    int id() {
        return spec.id();
    }

    String name() {
        return spec.name();
    }

    int accountId() {
        return spec.accountId();
    }

    Strategy strategy() {
        return spec.strategy();
    }

    Declarations declarations() {
        return declarations;
    }

    WorkingOrders working() {
        return working;
    }

    HostedPosition hostedPosition(int instrumentId) {
        return positions[instrumentId];
    }

    /** Notes an order as this strategy's, for reports that do not say whose it is. */
    void owns(long orderId) {
        host.owners().put(orderId, id());
    }

    boolean isRunning() {
        return running;
    }

    void running(boolean runs) {
        running = runs;
    }

    void addTo(StateHash hash) {
        hash.add(running ? 1 : 0);
        hash.add(working.size());
        for (HostedPosition position : positions) {
            hash.add(position.quantity());
            hash.add(position.realizedPnl());
        }
        for (int i = 0; i < working.size(); i++) {
            hash.add(working.id(i));
            hash.add(working.replacement(i));
        }
    }

    @Override
    public long timeNs() {
        return host.timeNs();
    }

    @Override
    public Instrument instrument(int instrumentId) {
        return host.instrument(instrumentId);
    }

    @Override
    public TopOfBook topOfBook(int instrumentId) {
        return view(instrumentId).top();
    }

    @Override
    public OrderBook book(int instrumentId) {
        if (!declarations.wantsDepth(instrumentId)) {
            throw new IllegalStateException(
                    "depth was not declared: strategy=" + name() + ", instrument=" + instrumentId);
        }
        return view(instrumentId).book();
    }

    @Override
    public long lastPrice(int instrumentId) {
        return view(instrumentId).lastPrice();
    }

    @Override
    public long markPrice(int instrumentId) {
        return view(instrumentId).markPrice();
    }

    @Override
    public boolean isStale(int instrumentId) {
        return view(instrumentId).isStale(timeNs(), host.maxDataAgeNs());
    }

    @Override
    public double value(IndicatorHandle indicator) {
        return host.value(indicator.firstOutput());
    }

    @Override
    public double value(IndicatorHandle indicator, int output) {
        return host.value(indicator.firstOutput() + output);
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
        return positions[instrumentId];
    }

    @Override
    public int workingOrders(int instrumentId) {
        return working.count(instrumentId);
    }

    @Override
    public OrderTicket order(int instrumentId) {
        return ticket.start(instrumentId, view(instrumentId).fairPrice());
    }

    @Override
    public void cancel(long orderId) {
        int index = working.indexOf(orderId);
        if (index >= 0) {
            cancel(working.id(index), working.instrument(index));
        }
    }

    @Override
    public void cancelAll(int instrumentId) {
        for (int i = 0; i < working.size(); i++) {
            if (working.instrument(i) == instrumentId) {
                cancel(working.id(i), instrumentId);
            }
        }
    }

    @Override
    public long replace(long orderId, long price, long quantity) {
        IntentWriter writer = host.writer();
        int index = working.indexOf(orderId);
        if (index < 0) {
            return IntentWriter.NO_ROOM;
        }
        int instrumentId = working.instrument(index);
        OrderCommandEncoder command = writer.begin(OrderAction.REPLACE, accountId(), id(), instrumentId);
        if (command == null) {
            return IntentWriter.NO_ROOM;
        }
        command.originalOrderId(working.id(index))
                .side(working.side(index))
                .orderType(OrderType.LIMIT)
                .timeInForce(working.timeInForce(index))
                .price(price)
                .quantity(quantity)
                .referencePrice(view(instrumentId).fairPrice())
                .flags()
                .reduceOnly(working.isReduceOnly(index));
        long newId = writer.lastOrderId();
        owns(newId);
        working.replacing(orderId, newId);
        return writer.commit(newId);
    }

    @Override
    public void signal(int instrumentId, Side side, double score, String reason) {
        host.writer().signal(id(), instrumentId, side, score, view(instrumentId).fairPrice(), reason);
    }

    @Override
    public void suppress(int instrumentId, String reason) {
        host.counters().add(Counter.SUPPRESSED, 1);
        host.suppressions().increment(id(), reason);
    }

    @Override
    public void setTimer(long timerId, long atNs) {
        host.timers().set(id(), timerId, Math.max(atNs, timeNs() + 1));
    }

    @Override
    public void cancelTimer(long timerId) {
        host.timers().cancel(id(), timerId);
    }

    private void cancel(long orderId, int instrumentId) {
        IntentWriter writer = host.writer();
        OrderCommandEncoder command = writer.begin(OrderAction.CANCEL, accountId(), id(), instrumentId);
        if (command != null) {
            command.originalOrderId(orderId);
            writer.commit(writer.lastOrderId());
        }
    }

    private InstrumentView view(int instrumentId) {
        return host.view(instrumentId);
    }
}
