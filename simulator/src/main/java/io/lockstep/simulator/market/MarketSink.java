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

    /** Somebody's position was closed by force: a buy ends a short one. */
    void onLiquidation(int instrumentId, boolean buys, long price, long quantity, long timeNs);

    /** Whether what follows of an instrument was recorded: each event then goes out as it is, not gathered by the clock. */
    void onRecorded(int instrumentId, boolean recorded);

    /**
     * Ids of the levels up to the next {@link #onBookChanged}, as the recorded venue gave them. Without it the venue counts by itself.
     *
     * @param firstId id of the first change; {@code FixedPoint.NULL} if they follow whatever came before
     * @param lastId id of the last one
     * @param previousId last id of the event before; {@code FixedPoint.NULL} where the recorded venue names none
     */
    void onUpdateIds(int instrumentId, long firstId, long lastId, long previousId);

    /** Best prices as the recorded venue told them, beside its book or without one. */
    void onQuote(int instrumentId, Quote quote, long timeNs);
}
