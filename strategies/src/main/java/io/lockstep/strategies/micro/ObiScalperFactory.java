package io.lockstep.strategies.micro;

import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyFactory;
import io.lockstep.engine.strategy.StrategyParameters;

/** Makes {@code obi-scalper}. */
public final class ObiScalperFactory implements StrategyFactory {
    /** Found by the service loader. */
    public ObiScalperFactory() {}

    @Override
    public String type() {
        return "obi-scalper";
    }

    @Override
    public String description() {
        return "Scalps a few ticks on the imbalance of book, trades and order flow; needs depth.";
    }

    @Override
    public Strategy create(StrategyParameters parameters) {
        return new ObiScalperStrategy(ObiSettings.read(parameters));
    }
}
