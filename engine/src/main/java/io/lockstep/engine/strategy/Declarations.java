package io.lockstep.engine.strategy;

import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.indicator.BookIndicator;
import io.lockstep.engine.indicator.IndicatorRegistry;
import io.lockstep.engine.indicator.Timeframe;
import io.lockstep.engine.indicator.TradeIndicator;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentTable;
import java.util.List;
import java.util.Set;
import org.agrona.collections.IntHashSet;
import org.agrona.collections.LongHashSet;

/** Collects what one strategy declares: into the shared registry what is computed, here what is delivered to it. */
final class Declarations implements StrategyDeclaration {
    private final StrategySpec spec;
    private final InstrumentTable instruments;
    private final Set<Timeframe> timeframes;
    private final IndicatorRegistry registry;
    private final LongHashSet bars = new LongHashSet();
    private final IntHashSet depth = new IntHashSet();

    Declarations(
            StrategySpec spec, InstrumentTable instruments, Set<Timeframe> timeframes, IndicatorRegistry registry) {
        this.spec = spec;
        this.instruments = instruments;
        this.timeframes = timeframes;
        this.registry = registry;
    }

    /** Whether the strategy asked for the bars of a timeframe. */
    boolean wantsBars(int instrumentId, int timeframeSeconds) {
        return bars.contains(key(instrumentId, timeframeSeconds));
    }

    boolean wantsDepth(int instrumentId) {
        return depth.contains(instrumentId);
    }

    @Override
    public List<Integer> instruments() {
        return spec.instruments();
    }

    @Override
    public Instrument instrument(int instrumentId) {
        return instruments.get(own(instrumentId));
    }

    @Override
    public void bars(int instrumentId, String timeframe) {
        Timeframe known = known(timeframe);
        registry.bars(instrument(instrumentId), known);
        bars.add(key(instrumentId, known.seconds()));
    }

    @Override
    public void depth(int instrumentId) {
        depth.add(own(instrumentId));
    }

    @Override
    public IndicatorHandle onBars(int instrumentId, String timeframe, BarIndicator indicator) {
        bars(instrumentId, timeframe);
        int first = registry.onBars(instrument(instrumentId), known(timeframe), indicator);
        return new IndicatorHandle(first, indicator.outputCount());
    }

    @Override
    public IndicatorHandle onTrades(int instrumentId, TradeIndicator indicator) {
        return new IndicatorHandle(registry.onTrades(instrument(instrumentId), indicator), indicator.outputCount());
    }

    @Override
    public IndicatorHandle onBook(int instrumentId, BookIndicator indicator) {
        return new IndicatorHandle(registry.onBook(instrument(instrumentId), indicator), indicator.outputCount());
    }

    private Timeframe known(String label) {
        Timeframe timeframe = Timeframe.of(label);
        if (!timeframes.contains(timeframe)) {
            throw new IllegalArgumentException("timeframe is not configured: strategy=" + spec.name() + ", timeframe="
                    + label + ", configured="
                    + timeframes.stream().map(Timeframe::label).toList());
        }
        return timeframe;
    }

    private int own(int instrumentId) {
        if (!spec.instruments().contains(instrumentId)) {
            throw new IllegalArgumentException("instrument is not given to this strategy: strategy=" + spec.name()
                    + ", instrument=" + instrumentId + ", given=" + spec.instruments());
        }
        return instrumentId;
    }

    private static long key(int instrumentId, int timeframeSeconds) {
        return (long) instrumentId << 32 | timeframeSeconds;
    }
}
