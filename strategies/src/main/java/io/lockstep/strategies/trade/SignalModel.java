package io.lockstep.strategies.trade;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;

/**
 * What one strategy thinks about one instrument: when to enter, when to leave. Everything else is {@link SignalStrategy}'s. Judges each
 * closed bar of its entry timeframe once, whether or not there is a position, so its memory does not depend on trades.
 */
public interface SignalModel {
    /** Declares the indicators it reads. */
    void declare(StrategyDeclaration declaration, int instrumentId);

    /** The timeframe it judges. */
    Timeframe timeframe();

    /** Judges a closed bar of the timeframe. */
    void onBar(StrategyContext context, Bar bar);

    /** Side the latest bar asks to enter: 1 long, -1 short, 0 none. */
    int direction();

    /** How strongly, in the strategy's own scale. */
    double score();

    /** Average true range of the latest bar, quote currency; NaN if not ready. */
    double range();

    /** Whether the latest bar asks to leave a position of this sign. */
    boolean wantsExit(int sign);
}
