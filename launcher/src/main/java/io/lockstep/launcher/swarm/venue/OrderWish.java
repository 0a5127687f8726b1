package io.lockstep.launcher.swarm.venue;

import io.lockstep.engine.instrument.FixedPoint;

/**
 * An order as it is asked for.
 *
 * @param clientId our id, or {@link VenueOrder#FOREIGN}
 * @param strategyId strategy it is for, 0 for none
 * @param instrumentId instrument
 * @param buy whether it buys
 * @param market whether it takes what there is
 * @param price limit price, E8; {@code FixedPoint.NULL} for none
 * @param stopPrice price that makes it live, E8; {@code FixedPoint.NULL} for none
 * @param quantity E8
 * @param reduceOnly whether it may only shrink the position
 */
public record OrderWish(
        long clientId,
        int strategyId,
        int instrumentId,
        boolean buy,
        boolean market,
        long price,
        long stopPrice,
        long quantity,
        boolean reduceOnly) {
    /** Whether it waits for a price. */
    public boolean isConditional() {
        return stopPrice != FixedPoint.NULL;
    }
}
