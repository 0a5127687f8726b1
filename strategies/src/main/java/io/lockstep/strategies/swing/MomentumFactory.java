package io.lockstep.strategies.swing;

import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyFactory;
import io.lockstep.engine.strategy.StrategyParameters;
import io.lockstep.strategies.trade.ExitSettings;
import io.lockstep.strategies.trade.Ladder;
import io.lockstep.strategies.trade.SignalSettings;
import io.lockstep.strategies.trade.SignalStrategy;
import io.lockstep.strategies.trade.SizeFraction;
import io.lockstep.strategies.trade.TrailingRule;

/** Makes {@code momentum}. */
public final class MomentumFactory implements StrategyFactory {
    /** Found by the service loader. */
    public MomentumFactory() {}

    @Override
    public String type() {
        return "momentum";
    }

    @Override
    public String description() {
        return "Strong accelerating moves on volume at the edge of a wide channel, trailed in steps.";
    }

    @Override
    public Strategy create(StrategyParameters parameters) {
        MomentumModel.Settings model = MomentumModel.Settings.read(parameters);
        SizeFraction size = new SizeFraction.Fixed(SignalSettings.readNotionalFraction(parameters, "0.20", 10));
        SignalSettings settings = SignalSettings.read(parameters, exits(parameters), "0");
        return new SignalStrategy(type(), settings, () -> new MomentumModel(model), size);
    }

    private static ExitSettings exits(StrategyParameters parameters) {
        long stop = SignalSettings.readRanges(parameters, "slAtr", "2");
        TrailingRule trailing = new TrailingRule.Steps(
                SignalSettings.readRanges(parameters, "trailStart", "1.5"),
                SignalSettings.readRanges(parameters, "trailStep", "0.5"),
                stop);
        long target = SignalSettings.readRanges(parameters, "tpAtr", "6");
        return new ExitSettings(stop, target, 0, trailing, Ladder.NONE, Ladder.NONE, 0);
    }
}
