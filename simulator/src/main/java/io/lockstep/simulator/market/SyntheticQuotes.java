package io.lockstep.simulator.market;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.Side;

/**
 * Quotes formed around trades where no quotes were recorded: the side that was hit stays at the trade's price, the other stands the
 * set spread away. Sizes follow the mean trade size. They are simulated and must be marked so.
 *
 * <p>Deterministic: a function of the trades alone.
 */
public final class SyntheticQuotes {
    /** Weight of a new trade in the mean size: 1 / 16. */
    private static final int MEAN_SHIFT = 4;

    private final int spreadTicks;
    private final long sizeMultiple;
    private long meanSize;
    private long lastPrice;
    private boolean lastUp;
    private long bid;
    private long ask;

    /**
     * Quotes with a constant spread.
     *
     * @param spreadTicks distance between bid and ask, ticks, at least 1
     * @param sizeMultiple displayed size in mean trade sizes, at least 1
     */
    public SyntheticQuotes(int spreadTicks, int sizeMultiple) {
        if (spreadTicks < 1 || sizeMultiple < 1) {
            throw new IllegalArgumentException(
                    "must be at least 1: spreadTicks=" + spreadTicks + ", sizeMultiple=" + sizeMultiple);
        }
        this.spreadTicks = spreadTicks;
        this.sizeMultiple = sizeMultiple;
    }

    /**
     * Moves the quote to a trade. Where the aggressor is not recorded the tick rule decides: up is a buyer.
     *
     * @param price price of the trade, quote currency, E8, positive
     * @param quantity size of the trade, base currency, E8, positive
     */
    public void onTrade(Instrument instrument, Side aggressor, long price, long quantity) {
        if (price != lastPrice) {
            lastUp = price > lastPrice;
        }
        lastPrice = price;
        meanSize = meanSize == 0 ? quantity : meanSize + ((quantity - meanSize) >> MEAN_SHIFT);
        boolean bought = aggressor == Side.NONE ? lastUp : aggressor == Side.BUY;
        long spread = Math.multiplyExact(spreadTicks, instrument.tickSize());
        ask = bought ? instrument.ceilToTick(price) : instrument.floorToTick(price) + spread;
        bid = Math.max(instrument.tickSize(), ask - spread);
    }

    /** Whether there has been a trade. */
    public boolean isReady() {
        return lastPrice != 0;
    }

    /** Best bid, quote currency, E8. */
    public long bid() {
        return bid;
    }

    /** Best ask, quote currency, E8. */
    public long ask() {
        return ask;
    }

    /** Size on either side, base currency, E8: a multiple of the lot, at least one. */
    public long quantity(Instrument instrument) {
        long size = Math.multiplyExact(meanSize, sizeMultiple);
        return Math.max(instrument.lotSize(), instrument.floorToLot(size));
    }
}
