package io.lockstep.strategies.swing;

import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyFactory;
import io.lockstep.engine.strategy.StrategyParameters;
import io.lockstep.strategies.trade.ExitSettings;
import io.lockstep.strategies.trade.SignalSettings;
import io.lockstep.strategies.trade.SignalStrategy;
import io.lockstep.strategies.trade.SizeFraction;

/** Makes {@code tfpe}: trend following with price extremes. */
public final class TfpeFactory implements StrategyFactory {
    /** Found by the service loader. */
    public TfpeFactory() {}

    @Override
    public String type() {
        return "tfpe";
    }

    @Override
    public String description() {
        return "Trend following with price extremes: four of seven votes on two timeframes.";
    }

    @Override
    public Strategy create(StrategyParameters parameters) {
        TfpeModel.Settings model = TfpeModel.Settings.read(parameters);
        ExitSettings exits = ExitSettings.fixed(
                SignalSettings.readRanges(parameters, "slAtr", "1.5"),
                SignalSettings.readRanges(parameters, "tpAtr", "5"));
        SizeFraction size = new SizeFraction.Fixed(SignalSettings.readNotionalFraction(parameters, "0.24", 10));
        SignalSettings settings = SignalSettings.read(parameters, exits, "0");
        return new SignalStrategy(type(), settings, () -> new TfpeModel(model), size);
    }
}
