package io.lockstep.engine.strategy;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.book.InstrumentView;
import io.lockstep.engine.book.Market;
import io.lockstep.engine.carry.CarryWriter;
import io.lockstep.engine.event.DerivedFacts;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.EventStage;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.event.StateHash;
import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.IndicatorRegistry;
import io.lockstep.engine.indicator.Timeframe;
import io.lockstep.engine.instrument.Definitions;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.order.Remembered;
import io.lockstep.engine.sbe.AdviceDecoder;
import io.lockstep.engine.sbe.BarDecoder;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.DepthUpdateDecoder;
import io.lockstep.engine.sbe.EngineStopDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.InstrumentDefinitionDecoder;
import io.lockstep.engine.sbe.MarkPriceDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.NewsDecoder;
import io.lockstep.engine.sbe.OperatorCommandDecoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.sbe.TradingStatusDecoder;
import io.lockstep.engine.telemetry.Counters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs the strategies against their own virtual positions. An exception stops the strategy that threw it, with an alert; the risk handler
 * then cancels its orders. The others and the engine go on.
 *
 * <p>Order within an event: own fills are booked, timers that are due fire, closed bars are delivered, then the event itself. Strategies are
 * called in the order of their ids.
 */
public final class StrategyHandler implements EventStage {
    private final InstrumentTable instruments;
    private final Counters counters;
    private final long maxDataAgeNs;
    private final Market market;
    private final HostedStrategy[] strategies;
    private final HostedStrategy[][] byInstrument;
    private final IntentWriter writer;
    private final TimerQueue timers = new TimerQueue();
    private final OrderOwners owners;
    private final Suppressions suppressions;
    private final VirtualBooks books;
    private final LongToIntFunction sessionOf;
    private final double[] values;
    private final StrategyCaller caller;
    private final CarriedStrategies carried;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final BarDecoder barDecoder = new BarDecoder();
    private final DepthUpdateDecoder depth = new DepthUpdateDecoder();
    private final OperatorCommandDecoder command = new OperatorCommandDecoder();
    private boolean started;
    private long nowNs;

    /**
     * Lets every strategy declare what it needs.
     *
     * @param specs strategies with ids 1, 2, 3, …
     * @param instruments the run's instruments, this handler's own table
     * @param timeframes timeframes the configuration lists
     * @param registry takes the declared bars and indicators
     * @param sessionOf trading day of a moment
     * @param maxDataAgeNs older market data is stale, nanoseconds
     * @param remembered how much of what is over is kept
     * @throws IllegalArgumentException if a declaration names what is not configured
     */
    public StrategyHandler(
            List<StrategySpec> specs,
            InstrumentTable instruments,
            Set<Timeframe> timeframes,
            IndicatorRegistry registry,
            LongToIntFunction sessionOf,
            long maxDataAgeNs,
            Remembered remembered,
            Counters counters) {
        owners = new OrderOwners(remembered.owners());
        this.instruments = instruments;
        this.counters = counters;
        this.sessionOf = sessionOf;
        this.maxDataAgeNs = maxDataAgeNs;
        writer = new IntentWriter(counters);
        caller = new StrategyCaller(writer, counters);
        suppressions = new Suppressions(specs.size());
        strategies = new HostedStrategy[specs.size()];
        for (StrategySpec spec : specs) {
            Declarations declarations = new Declarations(spec, instruments, timeframes, registry);
            spec.strategy().declare(declarations);
            strategies[spec.id() - 1] = new HostedStrategy(spec, this, declarations, instruments);
        }
        byInstrument = subscribers();
        market = new Market(this::wantsBook);
        books = new VirtualBooks(instruments, remembered.part());
        carried = new CarriedStrategies(strategies, books, writer, owners);
        values = new double[registry.outputs()];
        Arrays.fill(values, Double.NaN);
    }

    @Override
    public void onEvent(EngineEvent event) {
        nowNs = Math.max(nowNs, event.timeNs());
        writer.begin(event);
        int moved = market.onEvent(event);
        takeValues(event.derived());
        start();
        fireTimers();
        deliverBars(event.derived().bars());
        if (event.templateId() == TopOfBookDecoder.TEMPLATE_ID) {
            callAll(TopOfBookDecoder.TEMPLATE_ID, moved);
        } else {
            dispatch(event);
        }
    }

    /** Writes what must outlive an epoch. */
    public void carryTo(CarryWriter to) {
        carried.carryTo(to);
    }

    @Override
    public void addTo(StateHash hash) {
        hash.add(timers.size());
        hash.add(timers.nextNs());
        for (HostedStrategy each : strategies) {
            each.addTo(hash);
        }
    }

    /** Signals not acted on, by strategy and reason. */
    public Suppressions suppressions() {
        return suppressions;
    }

    IntentWriter writer() {
        return writer;
    }

    OrderOwners owners() {
        return owners;
    }

    TimerQueue timers() {
        return timers;
    }

    Counters counters() {
        return counters;
    }

    long timeNs() {
        return nowNs;
    }

    long maxDataAgeNs() {
        return maxDataAgeNs;
    }

    double value(int output) {
        return values[output];
    }

    Instrument instrument(int instrumentId) {
        return instruments.get(instrumentId);
    }

    InstrumentView view(int instrumentId) {
        return market.view(instrumentId);
    }

    private void takeValues(DerivedFacts derived) {
        for (int i = 0; i < derived.valueCount(); i++) {
            values[derived.output(i)] = derived.value(i);
        }
    }

    private void start() {
        if (started) {
            return;
        }
        started = true;
        for (HostedStrategy each : strategies) {
            caller.start(each);
        }
    }

    private void fireTimers() {
        while (timers.nextNs() <= nowNs) {
            HostedStrategy owner = strategies[timers.firstOwner() - 1];
            long id = timers.firstId();
            timers.removeFirst();
            caller.timer(owner, id);
        }
    }

    private void deliverBars(RecordBuffer bars) {
        Bar bar = caller.bar;
        for (int offset = bars.first(); offset < bars.end(); offset = bars.next(offset)) {
            barDecoder.wrapAndApplyHeader(bars.buffer(), offset + MESSAGE_OFFSET, header);
            bar.at(
                            barDecoder.instrumentId(),
                            barDecoder.timeframeSeconds(),
                            barDecoder.openTimeNs(),
                            sessionOf.applyAsInt(barDecoder.openTimeNs()))
                    .prices(
                            barDecoder.openPrice(),
                            barDecoder.highPrice(),
                            barDecoder.lowPrice(),
                            barDecoder.closePrice())
                    .volume(barDecoder.volume(), barDecoder.notional(), barDecoder.trades());
            for (HostedStrategy each : byInstrument[bar.instrumentId()]) {
                if (each.declarations().wantsBars(bar.instrumentId(), bar.timeframeSeconds())) {
                    caller.call(each, BarDecoder.TEMPLATE_ID, bar.instrumentId());
                }
            }
        }
    }

    private void dispatch(EngineEvent event) {
        switch (event.templateId()) {
            case DepthUpdateDecoder.TEMPLATE_ID -> onDepth(event);
            case TradeDecoder.TEMPLATE_ID,
                    MarkPriceDecoder.TEMPLATE_ID,
                    TradingStatusDecoder.TEMPLATE_ID,
                    AdviceDecoder.TEMPLATE_ID -> callAll(event.templateId(), caller.wrap(event));
            case ExecutionReportDecoder.TEMPLATE_ID -> onReport(event);
            default -> dispatchRare(event);
        }
    }

    private void dispatchRare(EngineEvent event) {
        switch (event.templateId()) {
            case DenialFeedbackDecoder.TEMPLATE_ID -> onDenial(event);
            case NewsDecoder.TEMPLATE_ID -> onNews(event);
            case InstrumentDefinitionDecoder.TEMPLATE_ID ->
                instruments.put(Definitions.decode(event.buffer(), MESSAGE_OFFSET));
            case OperatorCommandDecoder.TEMPLATE_ID -> onCommand(event);
            case EngineStopDecoder.TEMPLATE_ID -> callEvery(EngineStopDecoder.TEMPLATE_ID);
            default -> carried.onEvent(event);
        }
    }

    private void onDepth(EngineEvent event) {
        depth.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        int instrumentId = depth.instrumentId();
        InstrumentView view = market.view(instrumentId);
        if (!depth.flags().last() || !view.book().isValid()) {
            return;
        }
        for (HostedStrategy each : byInstrument[instrumentId]) {
            if (each.declarations().wantsDepth(instrumentId)) {
                caller.call(each, DepthUpdateDecoder.TEMPLATE_ID, instrumentId);
            } else if (!view.isQuoted()) {
                caller.call(each, TopOfBookDecoder.TEMPLATE_ID, instrumentId);
            }
        }
    }

    private void onReport(EngineEvent event) {
        int instrumentId = caller.wrap(event);
        HostedStrategy owner = owner(caller.report);
        if (owner != null && books.apply(caller.report, owner)) {
            caller.call(owner, ExecutionReportDecoder.TEMPLATE_ID, instrumentId);
        }
    }

    /** What we know of an order outranks what its report says; what the engine places for a strategy is learned from its first report. */
    private @Nullable HostedStrategy owner(ExecutionReportDecoder report) {
        int known = owners.of(report.orderId());
        if (known == 0 && report.source() == ReportSource.LOCAL && report.strategyId() > 0) {
            owners.put(report.orderId(), report.strategyId());
        }
        return strategy(known == 0 ? report.strategyId() : known);
    }

    private void onDenial(EngineEvent event) {
        int instrumentId = caller.wrap(event);
        HostedStrategy owner = strategy(caller.denial.strategyId());
        if (owner != null) {
            books.denied(caller.denial, owner);
            caller.call(owner, DenialFeedbackDecoder.TEMPLATE_ID, instrumentId);
        }
    }

    private void onNews(EngineEvent event) {
        int instrumentId = caller.wrap(event);
        if (instrumentId == NewsDecoder.instrumentIdNullValue()) {
            callEvery(NewsDecoder.TEMPLATE_ID);
        } else {
            callAll(NewsDecoder.TEMPLATE_ID, instrumentId);
        }
    }

    private void onCommand(EngineEvent event) {
        command.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        HostedStrategy target = strategy(command.scopeId());
        if (target == null) {
            return;
        }
        switch (command.action()) {
            case ENABLE_STRATEGY -> target.running(true);
            case DISABLE_STRATEGY -> target.running(false);
            default -> {}
        }
    }

    private void callAll(int templateId, int instrumentId) {
        for (HostedStrategy each : byInstrument[instrumentId]) {
            caller.call(each, templateId, instrumentId);
        }
    }

    private void callEvery(int templateId) {
        for (HostedStrategy each : strategies) {
            caller.call(each, templateId, 0);
        }
    }

    private @Nullable HostedStrategy strategy(int id) {
        return id >= 1 && id <= strategies.length ? strategies[id - 1] : null;
    }

    /** A book is built for who declared it, and where best bid and ask do not come as quotes of their own. */
    private boolean wantsBook(int instrumentId) {
        if (!market.view(instrumentId).isQuoted()) {
            return true;
        }
        for (HostedStrategy each : byInstrument[instrumentId]) {
            if (each.declarations().wantsDepth(instrumentId)) {
                return true;
            }
        }
        return false;
    }

    private HostedStrategy[][] subscribers() {
        HostedStrategy[][] table = new HostedStrategy[instruments.size()][];
        for (int id = 0; id < table.length; id++) {
            List<HostedStrategy> subscribed = new ArrayList<>();
            for (HostedStrategy each : strategies) {
                if (each.declarations().instruments().contains(id)) {
                    subscribed.add(each);
                }
            }
            table[id] = subscribed.toArray(HostedStrategy[]::new);
        }
        return table;
    }
}
