package io.lockstep.strategies.trade;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;

/** A model that says what the test told it to, with a range of 1. */
final class ScriptedModel implements SignalModel {
    int direction;
    boolean exit;

    @Override
    public void declare(StrategyDeclaration declaration, int instrumentId) {
        declaration.bars(instrumentId, "5m");
    }

    @Override
    public Timeframe timeframe() {
        return new Timeframe("5m", 300);
    }

    @Override
    public void onBar(StrategyContext context, Bar bar) {
        // nothing to compute
    }

    @Override
    public int direction() {
        return direction;
    }

    @Override
    public double score() {
        return 1;
    }

    @Override
    public double range() {
        return 1;
    }

    @Override
    public boolean wantsExit(int sign) {
        return exit;
    }
}
