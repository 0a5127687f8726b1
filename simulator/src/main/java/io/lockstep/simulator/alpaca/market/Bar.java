package io.lockstep.simulator.alpaca.market;

import io.lockstep.engine.instrument.FixedPoint;
import java.math.RoundingMode;

/** Open, high, low, close and volume of an interval. */
public final class Bar {
    private final long startNs;
    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;
    private long pricedVolume;
    private long pricedValue;
    private int trades;

    /** Which message a bar is told with. */
    public enum Kind {
        /** A closed minute. */
        MINUTE,
        /** A closed minute that a late change touched. */
        UPDATED,
        /** The day so far. */
        DAILY
    }

    Bar(long startNs) {
        this.startNs = startNs;
    }

    void add(Print print, boolean movesPrice) {
        volume += print.size();
        trades++;
        if (movesPrice) {
            open = open == 0 ? print.price() : open;
            high = Math.max(high, print.price());
            low = low == 0 ? print.price() : Math.min(low, print.price());
            close = print.price();
            pricedVolume += print.size();
            pricedValue += FixedPoint.multiply(print.price(), print.size(), RoundingMode.HALF_EVEN);
        }
    }

    /** Adds a later bar, as minutes make an hour. */
    void add(Bar later) {
        open = open == 0 ? later.open : open;
        high = Math.max(high, later.high);
        low = low == 0 ? later.low : Math.min(low, later.low);
        close = later.close;
        volume += later.volume;
        trades += later.trades;
        pricedVolume += later.pricedVolume;
        pricedValue += later.pricedValue;
    }

    /** Whether it has a price and a volume; one without is not told. */
    public boolean isTold() {
        return open != 0 && volume != 0;
    }

    /** Start of the interval, UTC, nanoseconds. */
    public long startNs() {
        return startNs;
    }

    /** First price, quote currency, E8. */
    public long open() {
        return open;
    }

    /** Highest price, quote currency, E8. */
    public long high() {
        return high;
    }

    /** Lowest price, quote currency, E8. */
    public long low() {
        return low;
    }

    /** Last price, quote currency, E8. */
    public long close() {
        return close;
    }

    /** Quantity traded, E8. */
    public long volume() {
        return volume;
    }

    /** Number of trades in the volume. */
    public int trades() {
        return trades;
    }

    /** Mean price by volume of the trades that may move prices, quote currency, E8. */
    public long meanPrice() {
        return pricedVolume == 0 ? 0 : FixedPoint.divide(pricedValue, pricedVolume, RoundingMode.HALF_EVEN);
    }
}
