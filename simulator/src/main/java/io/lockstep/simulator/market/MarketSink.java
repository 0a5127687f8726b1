package io.lockstep.simulator.market;

import io.lockstep.engine.sbe.Side;

/** Takes what a {@link MarketSource} says. Prices and quantities E8, times UTC nanoseconds. */
public interface MarketSink {
    /** The book of an instrument starts over, empty. */
    void onBookReset(int instrumentId);

    /** The total at a price of one side is now this; 0 removes the level. */
    void onLevel(int instrumentId, boolean asks, long price, long quantity);

    /** The levels given since the last call belong together. */
    void onBookChanged(int instrumentId, long timeNs);

    /** Somebody traded. */
    void onTrade(int instrumentId, Side aggressor, long price, long quantity, long timeNs);

    /**
     * Mark price, index price and funding of a perpetual.
     *
     * @param fundingRate fraction of notional longs will pay, E8
     * @param nextFundingNs when
     */
    void onMark(int instrumentId, long mark, long index, long fundingRate, long nextFundingNs, long timeNs);
}
