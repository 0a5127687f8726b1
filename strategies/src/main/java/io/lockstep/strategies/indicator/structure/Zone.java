package io.lockstep.strategies.indicator.structure;

/** A living price zone or pool; recycled by its {@link ZoneList}. */
final class Zone {
    int id;
    int side;
    long low;
    long high;
    /** Bar it stems from. */
    long originBar;
    /** Bar its age counts from: when it was made, or a pool's last member. */
    long bornBar;
    /** Furthest fill of a gap, E8. */
    long filled;

    boolean tested;
    /** Bar that first pierced a pool, or -1. */
    long piercedBar;

    Zone reset(int id, int side, long low, long high) {
        this.id = id;
        this.side = side;
        this.low = low;
        this.high = high;
        filled = 0;
        tested = false;
        piercedBar = -1;
        return this;
    }

    Zone since(long originBar, long bornBar) {
        this.originBar = originBar;
        this.bornBar = bornBar;
        return this;
    }

    /** Whether the bar's range reaches into the zone from the side it defends. */
    boolean isTouchedBy(Candle candle) {
        return side > 0 ? candle.low <= high : candle.high >= low;
    }

    /** Whether the bar closed beyond the zone's far side. */
    boolean isBrokenBy(Candle candle) {
        return side > 0 ? candle.close < low : candle.close > high;
    }
}
