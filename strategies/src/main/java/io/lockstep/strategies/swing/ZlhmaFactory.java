package io.lockstep.strategies.swing;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyFactory;
import io.lockstep.engine.strategy.StrategyParameters;
import io.lockstep.strategies.trade.ExitSettings;
import io.lockstep.strategies.trade.SignalSettings;
import io.lockstep.strategies.trade.SignalStrategy;
import io.lockstep.strategies.trade.SizeFraction;

/** Makes {@code zlhma}: average cross with a zero-lag Hull average. */
public final class ZlhmaFactory implements StrategyFactory {
    /** Found by the service loader. */
    public ZlhmaFactory() {}

    @Override
    public String type() {
        return "zlhma";
    }

    @Override
    public String description() {
        return "Cross of two averages confirmed by a zero-lag Hull average, partial exits, Kelly sizing.";
    }

    @Override
    public Strategy create(StrategyParameters parameters) {
        ZlhmaModel.Settings model = ZlhmaModel.Settings.read(parameters);
        ExitSettings exits = TrendExits.read(parameters, 0, "0.05", "0.02");
        long times = parameters.integer("leverage", 10, 1, 125) * FixedPoint.ONE;
        SizeFraction size = KellyParameters.read(parameters, "0.25", 30, 10, times);
        SignalSettings settings = SignalSettings.read(parameters, exits, "0");
        return new SignalStrategy(type(), settings, () -> new ZlhmaModel(model), size);
    }
}
