package io.lockstep.engine.indicator;

import io.lockstep.engine.instrument.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToIntFunction;

/** One instrument's bars of one timeframe with the indicators over them. Owned by the indicator handler. */
final class BarSeries {
    private final Timeframe timeframe;
    private final BarBuilder builder;
    private final List<RegisteredIndicator<BarIndicator>> indicators = new ArrayList<>();

    BarSeries(Instrument instrument, Timeframe timeframe, LongToIntFunction sessionOf) {
        this.timeframe = timeframe;
        builder = new BarBuilder(instrument, timeframe, sessionOf);
    }

    Timeframe timeframe() {
        return timeframe;
    }

    BarBuilder builder() {
        return builder;
    }

    void add(RegisteredIndicator<BarIndicator> indicator) {
        indicators.add(indicator);
    }

    int size() {
        return indicators.size();
    }

    RegisteredIndicator<BarIndicator> indicator(int i) {
        return indicators.get(i);
    }
}
