package io.lockstep.launcher.wire;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;

/** Buys once and leaves the rest to the end of the day. */
final class BuyAndHold implements Strategy {
    /** What it buys, E8. */
    static final long QUANTITY = 100 * FixedPoint.ONE;

    private int instrument;
    private boolean asked;

    @Override
    public void declare(StrategyDeclaration declaration) {
        instrument = declaration.instruments().get(0);
    }

    @Override
    public void onTopOfBook(StrategyContext context, int instrumentId) {
        if (!asked) {
            asked = true;
            context.order(instrument).buy(QUANTITY).market().submit("hold");
        }
    }

    @Override
    public void onDenied(StrategyContext context, DenialFeedbackDecoder denial) {
        asked = false;
    }
}
