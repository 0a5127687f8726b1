package io.lockstep.launcher.loopback.feed;

import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyDeclaration;
import io.lockstep.engine.strategy.StrategyFactory;
import io.lockstep.engine.strategy.StrategyParameters;

/** A strategy that sees everything and does nothing: an engine must have one. */
final class Onlooker implements StrategyFactory, Strategy {
    static final String TYPE = "onlooker";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String description() {
        return "sees everything, does nothing";
    }

    @Override
    public Strategy create(StrategyParameters parameters) {
        return this;
    }

    @Override
    public void declare(StrategyDeclaration declaration) {
        // wants nothing but what everybody gets
    }
}
