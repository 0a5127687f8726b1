package io.lockstep.strategies.trade;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.strategy.StrategyContext;

/**
 * What of a position can be traded. A fee the venue keeps from what was bought makes a position odd, and a sale of whole lots then leaves
 * less than a lot behind: as good as nothing.
 */
public final class Holding {
    private Holding() {}

    /** Signed quantity in whole lots, base currency, E8; 0 if less than a lot is held. */
    public static long of(StrategyContext context, int instrumentId) {
        long quantity = context.position(instrumentId).quantity();
        Instrument instrument = context.instrument(instrumentId);
        return Long.signum(quantity) * instrument.floorToLot(Math.abs(quantity));
    }

    /** Whether not even a lot is held. */
    public static boolean isNothing(StrategyContext context, int instrumentId) {
        return of(context, instrumentId) == 0;
    }
}
