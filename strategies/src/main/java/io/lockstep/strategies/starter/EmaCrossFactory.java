package io.lockstep.strategies.starter;

import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyFactory;
import io.lockstep.engine.strategy.StrategyParameters;

/** Makes {@code ema-cross}. */
public final class EmaCrossFactory implements StrategyFactory {
    /** Found by the service loader. */
    public EmaCrossFactory() {}

    @Override
    public String type() {
        return "ema-cross";
    }

    @Override
    public String description() {
        return "Long while a fast average is above a slow one, else flat or short; market orders.";
    }

    @Override
    public Strategy create(StrategyParameters parameters) {
        return new EmaCrossStrategy(EmaCrossStrategy.Settings.read(parameters));
    }
}
