package io.lockstep.strategies.micro;

import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyFactory;
import io.lockstep.engine.strategy.StrategyParameters;

/** Makes {@code avellaneda}. */
public final class AvellanedaFactory implements StrategyFactory {
    /** Found by the service loader. */
    public AvellanedaFactory() {}

    @Override
    public String type() {
        return "avellaneda";
    }

    @Override
    public String description() {
        return "Market maker after Avellaneda and Stoikov: post-only quotes skewed by inventory.";
    }

    @Override
    public Strategy create(StrategyParameters parameters) {
        return new AvellanedaStrategy(AvellanedaSettings.read(parameters));
    }
}
