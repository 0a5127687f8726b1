package io.lockstep.engine.indicator;

import io.lockstep.engine.calendar.SessionDays;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToIntFunction;

/**
 * What strategies declared: which bars to build and which indicators to keep over bars, trades and books. Filled before the first event,
 * then owned by the indicator handler.
 */
public final class IndicatorRegistry {
    private final List<List<BarSeries>> series = new ArrayList<>();
    private final List<List<RegisteredIndicator<TradeIndicator>>> onTrades = new ArrayList<>();
    private final List<List<RegisteredIndicator<BookIndicator>>> onBooks = new ArrayList<>();
    private final LongToIntFunction sessionOf;
    private int outputs;

    /**
     * An empty registry.
     *
     * @param sessionOf trading day of a moment (UTC, nanoseconds) as yyyymmdd; for shares it is always the exchanges'
     */
    public IndicatorRegistry(LongToIntFunction sessionOf) {
        this.sessionOf = sessionOf;
    }

    /** Asks for the bars of a timeframe. */
    public void bars(Instrument instrument, Timeframe timeframe) {
        seriesOf(instrument, timeframe);
    }

    /**
     * Keeps an indicator over bars.
     *
     * @return dense index of its output 0
     */
    public int onBars(Instrument instrument, Timeframe timeframe, BarIndicator indicator) {
        int first = claim(indicator);
        seriesOf(instrument, timeframe).add(new RegisteredIndicator<>(indicator, first));
        return first;
    }

    /**
     * Keeps an indicator over trades.
     *
     * @return dense index of its output 0
     */
    public int onTrades(Instrument instrument, TradeIndicator indicator) {
        int first = claim(indicator);
        listOf(onTrades, instrument.id()).add(new RegisteredIndicator<>(indicator, first));
        return first;
    }

    /**
     * Keeps an indicator over books.
     *
     * @return dense index of its output 0
     */
    public int onBook(Instrument instrument, BookIndicator indicator) {
        int first = claim(indicator);
        listOf(onBooks, instrument.id()).add(new RegisteredIndicator<>(indicator, first));
        return first;
    }

    /** Number of outputs of all indicators. */
    public int outputs() {
        return outputs;
    }

    /** Whether any indicator needs the instrument's whole book. */
    public boolean wantsBook(int instrumentId) {
        return !listOf(onBooks, instrumentId).isEmpty();
    }

    List<BarSeries> series(int instrumentId) {
        return listOf(series, instrumentId);
    }

    List<RegisteredIndicator<TradeIndicator>> tradeIndicators(int instrumentId) {
        return listOf(onTrades, instrumentId);
    }

    List<RegisteredIndicator<BookIndicator>> bookIndicators(int instrumentId) {
        return listOf(onBooks, instrumentId);
    }

    List<BarSeries> allSeries() {
        return series.stream().flatMap(List::stream).toList();
    }

    private int claim(Indicator indicator) {
        int first = outputs;
        outputs += indicator.outputCount();
        return first;
    }

    private BarSeries seriesOf(Instrument instrument, Timeframe timeframe) {
        List<BarSeries> known = listOf(series, instrument.id());
        for (BarSeries each : known) {
            if (each.timeframe().equals(timeframe)) {
                return each;
            }
        }
        boolean share = instrument.assetClass() == AssetClass.EQUITY;
        BarSeries created = new BarSeries(instrument, timeframe, share ? SessionDays::exchange : sessionOf);
        known.add(created);
        return created;
    }

    private static <T> List<T> listOf(List<List<T>> table, int id) {
        while (table.size() <= id) {
            table.add(new ArrayList<>());
        }
        return table.get(id);
    }
}
