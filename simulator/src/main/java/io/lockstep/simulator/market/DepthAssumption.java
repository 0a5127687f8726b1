package io.lockstep.simulator.market;

/**
 * What stands behind the best price where only the best price is known, and how soon liquidity returns.
 *
 * @param levels number of levels assumed behind the best, not negative; 0 means that a taker gets the displayed size only
 * @param stepTicks distance between assumed levels, ticks, at least 1
 * @param sizeFactor size of an assumed level as a fraction of the best one's, E8, not negative
 * @param replenishNs after this time what a client took counts as quoted anew, nanoseconds; 0 is never
 */
public record DepthAssumption(int levels, int stepTicks, long sizeFactor, long replenishNs) {
    /** Checks ranges. */
    public DepthAssumption {
        if (levels < 0 || stepTicks < 1 || sizeFactor < 0 || replenishNs < 0) {
            throw new IllegalArgumentException("out of range: levels=" + levels + ", stepTicks=" + stepTicks
                    + ", sizeFactor=" + sizeFactor + ", replenishNs=" + replenishNs);
        }
    }
}
