package io.lockstep.engine.strategy;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.book.InstrumentView;
import io.lockstep.engine.book.Market;
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
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.sbe.TradingStatusDecoder;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs the strategies against their own virtual positions. An exception stops the strategy that threw it, with an alert and the
 * cancellation of its orders; the others and the engine go on.
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
    private final Suppressions suppressions;
    private final VirtualBooks books;
    private final LongToIntFunction sessionOf;
    private final double[] values;
    private final Bar bar = new Bar();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final BarDecoder barDecoder = new BarDecoder();
    private final TopOfBookDecoder quote = new TopOfBookDecoder();
    private final DepthUpdateDecoder depth = new DepthUpdateDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final MarkPriceDecoder mark = new MarkPriceDecoder();
    private final TradingStatusDecoder status = new TradingStatusDecoder();
    private final NewsDecoder news = new NewsDecoder();
    private final AdviceDecoder advice = new AdviceDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final DenialFeedbackDecoder denial = new DenialFeedbackDecoder();
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
     * @throws IllegalArgumentException if a declaration names what is not configured
     */
    public StrategyHandler(
            List<StrategySpec> specs,
            InstrumentTable instruments,
            Set<Timeframe> timeframes,
            IndicatorRegistry registry,
            LongToIntFunction sessionOf,
            long maxDataAgeNs,
            Counters counters) {
        this.instruments = instruments;
        this.counters = counters;
        this.sessionOf = sessionOf;
        this.maxDataAgeNs = maxDataAgeNs;
        writer = new IntentWriter(counters);
        suppressions = new Suppressions(specs.size());
        strategies = new HostedStrategy[specs.size()];
        for (StrategySpec spec : specs) {
            Declarations declarations = new Declarations(spec, instruments, timeframes, registry);
            spec.strategy().declare(declarations);
            strategies[spec.id() - 1] = new HostedStrategy(spec, this, declarations, instruments.size());
        }
        byInstrument = subscribers();
        market = new Market(this::wantsDepth);
        books = new VirtualBooks(instruments);
        values = new double[registry.outputs()];
        Arrays.fill(values, Double.NaN);
    }

    @Override
    public void onEvent(EngineEvent event) {
        nowNs = Math.max(nowNs, event.timeNs());
        writer.begin(event);
        market.onEvent(event);
        takeValues(event.derived());
        start();
        fireTimers();
        deliverBars(event.derived().bars());
        dispatch(event);
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
            try {
                each.strategy().onStart(each);
            } catch (RuntimeException | StackOverflowError failure) {
                stop(each, failure);
            }
        }
    }

    private void fireTimers() {
        while (timers.nextNs() <= nowNs) {
            HostedStrategy owner = strategies[timers.firstOwner() - 1];
            long id = timers.firstId();
            timers.removeFirst();
            counters.add(Counter.TIMERS, 1);
            if (owner.isRunning()) {
                try {
                    owner.strategy().onTimer(owner, id);
                } catch (RuntimeException | StackOverflowError failure) {
                    stop(owner, failure);
                }
            }
        }
    }

    private void deliverBars(RecordBuffer bars) {
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
                    call(each, BarDecoder.TEMPLATE_ID, bar.instrumentId());
                }
            }
        }
    }

    private void dispatch(EngineEvent event) {
        switch (event.templateId()) {
            case TopOfBookDecoder.TEMPLATE_ID -> {
                quote.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                callAll(TopOfBookDecoder.TEMPLATE_ID, quote.instrumentId());
            }
            case DepthUpdateDecoder.TEMPLATE_ID -> onDepth(event);
            case TradeDecoder.TEMPLATE_ID -> {
                trade.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                callAll(TradeDecoder.TEMPLATE_ID, trade.instrumentId());
            }
            case MarkPriceDecoder.TEMPLATE_ID -> {
                mark.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                callAll(MarkPriceDecoder.TEMPLATE_ID, mark.instrumentId());
            }
            case TradingStatusDecoder.TEMPLATE_ID -> {
                status.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                callAll(TradingStatusDecoder.TEMPLATE_ID, status.instrumentId());
            }
            case AdviceDecoder.TEMPLATE_ID -> {
                advice.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                callAll(AdviceDecoder.TEMPLATE_ID, advice.instrumentId());
            }
            default -> dispatchRare(event);
        }
    }

    private void dispatchRare(EngineEvent event) {
        switch (event.templateId()) {
            case ExecutionReportDecoder.TEMPLATE_ID -> onReport(event);
            case DenialFeedbackDecoder.TEMPLATE_ID -> onDenial(event);
            case NewsDecoder.TEMPLATE_ID -> onNews(event);
            case InstrumentDefinitionDecoder.TEMPLATE_ID ->
                instruments.put(Definitions.decode(event.buffer(), MESSAGE_OFFSET));
            case OperatorCommandDecoder.TEMPLATE_ID -> onCommand(event);
            case EngineStopDecoder.TEMPLATE_ID -> onStop();
            default -> {}
        }
    }

    private void onDepth(EngineEvent event) {
        depth.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        int instrumentId = depth.instrumentId();
        if (!depth.flags().last() || !market.view(instrumentId).book().isValid()) {
            return;
        }
        for (HostedStrategy each : byInstrument[instrumentId]) {
            if (each.declarations().wantsDepth(instrumentId)) {
                call(each, DepthUpdateDecoder.TEMPLATE_ID, instrumentId);
            } else {
                call(each, TopOfBookDecoder.TEMPLATE_ID, instrumentId);
            }
        }
    }

    private void onReport(EngineEvent event) {
        report.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        HostedStrategy owner = strategy(report.strategyId());
        if (owner != null && books.apply(report, owner)) {
            call(owner, ExecutionReportDecoder.TEMPLATE_ID, report.instrumentId());
        }
    }

    private void onDenial(EngineEvent event) {
        denial.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        HostedStrategy owner = strategy(denial.strategyId());
        if (owner != null) {
            books.denied(denial, owner);
            call(owner, DenialFeedbackDecoder.TEMPLATE_ID, denial.instrumentId());
        }
    }

    private void onNews(EngineEvent event) {
        news.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        int instrumentId = news.instrumentId();
        if (instrumentId != NewsDecoder.instrumentIdNullValue()) {
            callAll(NewsDecoder.TEMPLATE_ID, instrumentId);
            return;
        }
        for (HostedStrategy each : strategies) {
            call(each, NewsDecoder.TEMPLATE_ID, instrumentId);
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
            case DISABLE_STRATEGY -> {
                target.running(false);
                target.cancelEverything();
            }
            default -> {}
        }
    }

    private void onStop() {
        for (HostedStrategy each : strategies) {
            call(each, EngineStopDecoder.TEMPLATE_ID, 0);
        }
    }

    private void callAll(int templateId, int instrumentId) {
        for (HostedStrategy each : byInstrument[instrumentId]) {
            call(each, templateId, instrumentId);
        }
    }

    private void call(HostedStrategy hosted, int templateId, int instrumentId) {
        if (!hosted.isRunning()) {
            return;
        }
        try {
            callback(hosted, hosted.strategy(), templateId, instrumentId);
        } catch (RuntimeException | StackOverflowError failure) {
            stop(hosted, failure);
        }
    }

    private void callback(HostedStrategy context, Strategy strategy, int templateId, int instrumentId) {
        switch (templateId) {
            case TopOfBookDecoder.TEMPLATE_ID -> strategy.onTopOfBook(context, instrumentId);
            case DepthUpdateDecoder.TEMPLATE_ID -> strategy.onBook(context, instrumentId);
            case TradeDecoder.TEMPLATE_ID -> strategy.onTrade(context, trade);
            case BarDecoder.TEMPLATE_ID -> strategy.onBar(context, bar);
            case MarkPriceDecoder.TEMPLATE_ID -> strategy.onMarkPrice(context, mark);
            case TradingStatusDecoder.TEMPLATE_ID -> strategy.onTradingStatus(context, status);
            case NewsDecoder.TEMPLATE_ID -> strategy.onNews(context, news);
            case AdviceDecoder.TEMPLATE_ID -> strategy.onAdvice(context, advice);
            case ExecutionReportDecoder.TEMPLATE_ID -> strategy.onExecution(context, report);
            case DenialFeedbackDecoder.TEMPLATE_ID -> strategy.onDenied(context, denial);
            case EngineStopDecoder.TEMPLATE_ID -> strategy.onStop(context);
            default -> throw new IllegalStateException("no callback for template " + templateId);
        }
    }

    private void stop(HostedStrategy failed, Throwable failure) {
        failed.running(false);
        counters.add(Counter.STRATEGY_FAILURES, 1);
        writer.strategyStopped(failed.id(), failed.name() + ": " + failure);
        failed.cancelEverything();
    }

    private @Nullable HostedStrategy strategy(int id) {
        return id >= 1 && id <= strategies.length ? strategies[id - 1] : null;
    }

    private boolean wantsDepth(int instrumentId) {
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
