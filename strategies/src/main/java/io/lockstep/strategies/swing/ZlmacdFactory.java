package io.lockstep.strategies.swing;

import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyFactory;
import io.lockstep.engine.strategy.StrategyParameters;
import io.lockstep.strategies.trade.ExitSettings;
import io.lockstep.strategies.trade.SignalSettings;
import io.lockstep.strategies.trade.SignalStrategy;
import io.lockstep.strategies.trade.SizeFraction;

/** Makes {@code zlmacd-ichimoku}: zero-lag MACD cross within an Ichimoku cloud. */
public final class ZlmacdFactory implements StrategyFactory {
    /** Found by the service loader. */
    public ZlmacdFactory() {}

    @Override
    public String type() {
        return "zlmacd-ichimoku";
    }

    @Override
    public String description() {
        return "Zero-lag MACD cross within an Ichimoku cloud, bounded stop, Kelly sizing, day loss limit.";
    }

    @Override
    public Strategy create(StrategyParameters parameters) {
        ZlmacdModel.Settings model = ZlmacdModel.Settings.read(parameters);
        long stopFraction = parameters.exact("slPct", "0.02", "0.0001", "1");
        ExitSettings exits = TrendExits.read(parameters, stopFraction, "0.03", "0.10");
        long cap = SignalSettings.readNotionalFraction(parameters, "0.24", 8);
        SizeFraction size = KellyParameters.read(parameters, "0.5", 100, 20, cap);
        SignalSettings settings = SignalSettings.read(parameters, exits, "0.03");
        return new SignalStrategy(type(), settings, () -> new ZlmacdModel(model), size);
    }
}
