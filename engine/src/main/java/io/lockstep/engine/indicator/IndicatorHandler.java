package io.lockstep.engine.indicator;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.book.InstrumentView;
import io.lockstep.engine.book.Market;
import io.lockstep.engine.event.DerivedFacts;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.EventStage;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.event.StateHash;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.BarDecoder;
import io.lockstep.engine.sbe.BarEncoder;
import io.lockstep.engine.sbe.DepthUpdateDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import java.util.Arrays;
import java.util.List;

/**
 * Builds bars and updates the declared indicators; writes closed bars and new values into the event for the strategies. Owns its markets,
 * bars and indicators alone.
 *
 * <p>The first kind of data an instrument gets, trades or bars, is the kind its bars are made from; the other kind is then counted and not
 * used, so nothing is counted twice.
 */
public final class IndicatorHandler implements EventStage {
    private static final byte FROM_TRADES = 1;
    private static final byte FROM_BARS = 2;

    /** A venue's clock further ahead of ours is not believed: one wrong stamp would make every later trade late. */
    private static final long MOST_AHEAD_NS = 60_000_000_000L;

    private final IndicatorRegistry registry;
    private final Counters counters;
    private final long closeDelayNs;
    private final Market market;
    private final BarSeries[] allSeries;
    private final double[] latest;
    private final byte[] source;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final BarDecoder barDecoder = new BarDecoder();
    private final BarEncoder barEncoder = new BarEncoder();
    private final DepthUpdateDecoder depth = new DepthUpdateDecoder();
    private final PrintCorrections corrections;
    private final Bar input = new Bar();
    private long nextCloseNs = Long.MAX_VALUE;
    private long nowNs;

    /**
     * A handler over a complete registry.
     *
     * @param instruments number of instruments of the run
     * @param closeDelayNs how long a bar waits for late trades when no later trade closes it, nanoseconds
     */
    public IndicatorHandler(IndicatorRegistry registry, int instruments, long closeDelayNs, Counters counters) {
        this.registry = registry;
        this.closeDelayNs = closeDelayNs;
        this.counters = counters;
        market = new Market(registry::wantsBook);
        allSeries = registry.allSeries().toArray(BarSeries[]::new);
        latest = new double[registry.outputs()];
        Arrays.fill(latest, Double.NaN);
        source = new byte[instruments];
        corrections = new PrintCorrections(registry, instruments, counters);
    }

    @Override
    public void onEvent(EngineEvent event) {
        event.clearOutputs();
        nowNs = Math.max(nowNs, event.timeNs());
        market.onEvent(event);
        switch (event.templateId()) {
            case TradeDecoder.TEMPLATE_ID -> onTrade(event);
            case BarDecoder.TEMPLATE_ID -> onBar(event);
            case DepthUpdateDecoder.TEMPLATE_ID -> onDepth(event);
            default -> {}
        }
        closeDue(event, nowNs - closeDelayNs);
    }

    @Override
    public void addTo(StateHash hash) {
        for (double value : latest) {
            hash.add(Double.doubleToLongBits(value));
        }
        for (BarSeries series : allSeries) {
            series.builder().addTo(hash);
        }
        corrections.addTo(hash);
        for (int i = 0; i < market.size(); i++) {
            InstrumentView view = market.view(i);
            hash.add(view.top().bidPrice());
            hash.add(view.top().askPrice());
            hash.add(view.lastPrice());
        }
    }

    private void onTrade(EngineEvent event) {
        trade.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        int instrumentId = trade.instrumentId();
        if (trade.flags().bust()) {
            corrections.undo(trade);
            return;
        }
        if (trade.flags().correction() && corrections.redo(trade)) {
            return;
        }
        if (isSource(instrumentId, FROM_TRADES)) {
            long timeNs = tradeTimeNs(event);
            buildBars(event, instrumentId, timeNs);
            corrections.note(trade, timeNs);
        }
        updateTradeIndicators(event, instrumentId);
    }

    private void buildBars(EngineEvent event, int instrumentId, long timeNs) {
        closeOwn(event, instrumentId, timeNs);
        boolean openClose = PrintCorrections.openClose(trade);
        boolean highLow = PrintCorrections.highLow(trade);
        long quantity = PrintCorrections.volume(trade);
        List<BarSeries> series = registry.series(instrumentId);
        for (int i = 0; i < series.size(); i++) {
            BarBuilder builder = series.get(i).builder();
            long late = builder.late();
            builder.onTrade(timeNs, trade.price(), quantity, openClose, highLow);
            counters.add(Counter.LATE_TRADES, builder.late() - late);
            nextCloseNs = Math.min(nextCloseNs, builder.closeTimeNs());
        }
    }

    private void updateTradeIndicators(EngineEvent event, int instrumentId) {
        List<RegisteredIndicator<TradeIndicator>> indicators = registry.tradeIndicators(instrumentId);
        for (int i = 0; i < indicators.size(); i++) {
            RegisteredIndicator<TradeIndicator> each = indicators.get(i);
            each.indicator().onTrade(nowNs, trade.price(), trade.quantity(), trade.aggressor());
            report(event.derived(), each.indicator(), each.firstOutput());
        }
    }

    private void onBar(EngineEvent event) {
        barDecoder.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        if (!isSource(barDecoder.instrumentId(), FROM_BARS)) {
            return;
        }
        closeOwn(event, barDecoder.instrumentId(), barDecoder.openTimeNs());
        input.at(barDecoder.instrumentId(), barDecoder.timeframeSeconds(), barDecoder.openTimeNs(), 0)
                .prices(barDecoder.openPrice(), barDecoder.highPrice(), barDecoder.lowPrice(), barDecoder.closePrice())
                .volume(
                        barDecoder.volume(),
                        zeroIfNull(barDecoder.notional()),
                        barDecoder.trades() < 0 ? 0 : barDecoder.trades());
        List<BarSeries> series = registry.series(input.instrumentId());
        for (int i = 0; i < series.size(); i++) {
            BarSeries each = series.get(i);
            if (each.timeframe().seconds() % input.timeframeSeconds() == 0) {
                long late = each.builder().late();
                each.builder().onBar(input);
                counters.add(Counter.LATE_TRADES, each.builder().late() - late);
            } else {
                counters.add(Counter.BARS_TOO_LONG, 1);
            }
        }
        closeOwn(event, input.instrumentId(), input.closeTimeNs());
    }

    private void onDepth(EngineEvent event) {
        depth.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        InstrumentView view = market.view(depth.instrumentId());
        if (!depth.flags().last() || !view.book().isValid()) {
            return;
        }
        List<RegisteredIndicator<BookIndicator>> indicators = registry.bookIndicators(depth.instrumentId());
        for (int i = 0; i < indicators.size(); i++) {
            RegisteredIndicator<BookIndicator> each = indicators.get(i);
            each.indicator().onBook(nowNs, view.book());
            report(event.derived(), each.indicator(), each.firstOutput());
        }
    }

    /** An instrument's own data proves that time has passed on its venue. */
    private void closeOwn(EngineEvent event, int instrumentId, long venueNs) {
        List<BarSeries> series = registry.series(instrumentId);
        for (int i = 0; i < series.size(); i++) {
            close(event, series.get(i), venueNs);
        }
    }

    /** Where bars are made from trades our own time counts too, less what trades may be late; where they are made from bars it proves nothing. */
    private void closeDue(EngineEvent event, long nowNs) {
        if (nowNs < nextCloseNs) {
            return;
        }
        nextCloseNs = Long.MAX_VALUE;
        for (BarSeries series : allSeries) {
            if (source[series.builder().instrumentId()] == FROM_TRADES) {
                close(event, series, nowNs);
                nextCloseNs = Math.min(nextCloseNs, series.builder().closeTimeNs());
            }
        }
    }

    private void close(EngineEvent event, BarSeries series, long nowNs) {
        while (series.builder().closeIfDue(nowNs)) {
            closed(event, series);
        }
    }

    private void closed(EngineEvent event, BarSeries series) {
        Bar bar = series.builder().closed();
        for (int i = 0; i < series.size(); i++) {
            RegisteredIndicator<BarIndicator> each = series.indicator(i);
            each.indicator().onBar(bar);
            report(event.derived(), each.indicator(), each.firstOutput());
        }
        write(event.derived().bars(), bar, event.timeNs());
        counters.add(Counter.BARS, 1);
    }

    private void write(RecordBuffer bars, Bar bar, long timeNs) {
        int offset = bars.claimAlways();
        barEncoder
                .wrapAndApplyHeader(bars.buffer(), offset + MESSAGE_OFFSET, headerEncoder)
                .instrumentId(bar.instrumentId())
                .timeframeSeconds(bar.timeframeSeconds())
                .openTimeNs(bar.openTimeNs())
                .openPrice(bar.open())
                .highPrice(bar.high())
                .lowPrice(bar.low())
                .closePrice(bar.close())
                .volume(bar.volume())
                .notional(bar.notional())
                .trades(bar.trades());
        bars.commit(barEncoder.limit(), timeNs);
    }

    private void report(DerivedFacts derived, Indicator indicator, int firstOutput) {
        int count = indicator.outputCount();
        for (int i = 0; i < count; i++) {
            double value = indicator.output(i);
            latest[firstOutput + i] = value;
            derived.value(firstOutput + i, value);
        }
    }

    private boolean isSource(int instrumentId, byte kind) {
        if (source[instrumentId] == 0) {
            source[instrumentId] = kind;
        }
        boolean used = source[instrumentId] == kind;
        if (!used) {
            counters.add(Counter.BAR_SOURCE_IGNORED, 1);
        }
        return used;
    }

    private long tradeTimeNs(EngineEvent event) {
        long exchangeNs = trade.exchangeTimeNs();
        boolean absurd = exchangeNs == FixedPoint.NULL || exchangeNs - event.timeNs() > MOST_AHEAD_NS;
        return absurd ? event.timeNs() : exchangeNs;
    }

    private static long zeroIfNull(long value) {
        return value == FixedPoint.NULL ? 0 : value;
    }
}
