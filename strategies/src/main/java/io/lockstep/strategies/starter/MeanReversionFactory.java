package io.lockstep.strategies.starter;

import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyFactory;
import io.lockstep.engine.strategy.StrategyParameters;

/** Makes {@code mean-reversion}. */
public final class MeanReversionFactory implements StrategyFactory {
    /** Found by the service loader. */
    public MeanReversionFactory() {}

    @Override
    public String type() {
        return "mean-reversion";
    }

    @Override
    public String description() {
        return "Fades deviations from the mean with limit orders, gives up at the market.";
    }

    @Override
    public Strategy create(StrategyParameters parameters) {
        return new MeanReversionStrategy(MeanReversionStrategy.Settings.read(parameters));
    }
}
