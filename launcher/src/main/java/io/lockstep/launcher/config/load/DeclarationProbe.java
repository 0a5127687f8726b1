package io.lockstep.launcher.config.load;

import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.indicator.BookIndicator;
import io.lockstep.engine.indicator.Indicator;
import io.lockstep.engine.indicator.TradeIndicator;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.strategy.IndicatorHandle;
import io.lockstep.engine.strategy.StrategyDeclaration;
import io.lockstep.launcher.config.InstrumentSettings;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.StrategySettings;
import java.util.List;
import java.util.Optional;

/** Lets a strategy declare what it wants before there is an engine, and refuses what the configuration does not offer. */
final class DeclarationProbe implements StrategyDeclaration {
    private final LockstepConfig config;
    private final List<Integer> instruments;
    private int outputs;

    DeclarationProbe(LockstepConfig config, StrategySettings settings) {
        this.config = config;
        this.instruments = settings.instruments().stream()
                .map(config::instrumentId)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<Integer> instruments() {
        return instruments;
    }

    @Override
    public Instrument instrument(int instrumentId) {
        return settings(instrumentId).toDraft(instrumentId);
    }

    @Override
    public void bars(int instrumentId, String timeframe) {
        InstrumentSettings settings = settings(instrumentId);
        if (!settings.timeframes().contains(timeframe)) {
            throw new IllegalArgumentException("asks for bars the instrument does not list: timeframe=" + timeframe
                    + ", instrument=" + settings.qualifiedName() + ", timeframes=" + settings.timeframes());
        }
    }

    @Override
    public void depth(int instrumentId) {
        settings(instrumentId);
    }

    @Override
    public IndicatorHandle onBars(int instrumentId, String timeframe, BarIndicator indicator) {
        bars(instrumentId, timeframe);
        return handle(indicator);
    }

    @Override
    public IndicatorHandle onTrades(int instrumentId, TradeIndicator indicator) {
        settings(instrumentId);
        return handle(indicator);
    }

    @Override
    public IndicatorHandle onBook(int instrumentId, BookIndicator indicator) {
        settings(instrumentId);
        return handle(indicator);
    }

    private InstrumentSettings settings(int instrumentId) {
        if (!instruments.contains(instrumentId)) {
            throw new IllegalArgumentException("asks for an instrument it is not given: instrumentId=" + instrumentId);
        }
        return config.instruments().get(instrumentId);
    }

    private IndicatorHandle handle(Indicator indicator) {
        int first = outputs;
        outputs += indicator.outputCount();
        return new IndicatorHandle(first, indicator.outputCount());
    }
}
