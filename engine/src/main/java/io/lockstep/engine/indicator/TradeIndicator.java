package io.lockstep.engine.indicator;

import io.lockstep.engine.sbe.Side;

/** An indicator over the public trades of one instrument. */
public interface TradeIndicator extends Indicator {
    /**
     * Takes the next trade.
     *
     * @param timeNs event time, UTC, nanoseconds, never less than the last
     * @param price quote currency, E8
     * @param quantity base currency, E8
     * @param aggressor side that took liquidity, or NONE
     */
    void onTrade(long timeNs, long price, long quantity, Side aggressor);
}
