package io.lockstep.engine.indicator;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import java.util.function.LongToIntFunction;

/**
 * Builds the bars of one instrument and timeframe from trades, or from shorter bars. A bar closes when time passes its end, whether or not
 * a trade comes; it is handed out once, closed.
 *
 * <p>A market that never closes gets a flat bar for an interval without trades, as long as no more than {@value #MOST_FILLED} are missing;
 * a longer hole starts anew. A trade of an interval already closed is late: counted, not used. Owned by the indicator handler.
 */
final class BarBuilder {
    /** Intervals without trades that are filled with flat bars. */
    static final int MOST_FILLED = 60;

    private static final long NOTHING_OPEN = Long.MAX_VALUE;

    private final Instrument instrument;
    private final Timeframe timeframe;
    private final LongToIntFunction sessionOf;
    private final boolean continuous;
    private final Bar closed = new Bar();
    private long openTimeNs = NOTHING_OPEN;
    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;
    private long notional;
    private int trades;
    private long lateTrades;

    BarBuilder(Instrument instrument, Timeframe timeframe, LongToIntFunction sessionOf) {
        this.instrument = instrument;
        this.timeframe = timeframe;
        this.sessionOf = sessionOf;
        continuous = instrument.assetClass() != AssetClass.EQUITY;
    }

    /** When the open bar ends, UTC, nanoseconds; far in the future when none is open. */
    long closeTimeNs() {
        return openTimeNs == NOTHING_OPEN ? NOTHING_OPEN : openTimeNs + timeframe.nanos();
    }

    long lateTrades() {
        return lateTrades;
    }

    /** Takes a trade; bars before its interval must have been closed. */
    void onTrade(long timeNs, long price, long quantity, boolean movesOpenClose, boolean movesHighLow) {
        long start = timeframe.openOf(timeNs);
        if (!begin(start, price)) {
            return;
        }
        if (movesHighLow) {
            high = Math.max(high, price);
            low = Math.min(low, price);
        }
        if (movesOpenClose) {
            close = price;
        }
        volume = Math.addExact(volume, quantity);
        notional = Math.addExact(notional, instrument.notional(price, quantity));
        trades++;
    }

    /** Takes a shorter bar. */
    void onBar(Bar shorter) {
        if (!begin(timeframe.openOf(shorter.openTimeNs()), shorter.open())) {
            return;
        }
        high = Math.max(high, shorter.high());
        low = Math.min(low, shorter.low());
        close = shorter.close();
        volume = Math.addExact(volume, shorter.volume());
        notional = Math.addExact(notional, shorter.notional());
        trades += shorter.trades();
    }

    /**
     * Closes the open bar if time has passed its end, and opens a flat one behind it where the market never closes.
     *
     * @param nowNs time that is known to have passed, UTC, nanoseconds
     * @return whether {@link #closed()} holds a new bar; call again until false
     */
    boolean closeIfDue(long nowNs) {
        long end = closeTimeNs();
        if (end > nowNs) {
            return false;
        }
        closed.at(instrument.id(), timeframe.seconds(), openTimeNs, sessionOf.applyAsInt(openTimeNs))
                .prices(open, high, low, close)
                .volume(volume, notional, trades);
        boolean fill = continuous && nowNs - end < MOST_FILLED * timeframe.nanos();
        if (fill) {
            start(end, close);
        } else {
            openTimeNs = NOTHING_OPEN;
        }
        return true;
    }

    /** The bar that closed last; reused. */
    Bar closed() {
        return closed;
    }

    private boolean begin(long start, long price) {
        if (openTimeNs == NOTHING_OPEN) {
            start(start, price);
        } else if (start != openTimeNs) {
            lateTrades++;
            return false;
        } else if (trades == 0) {
            start(start, price);
        }
        return true;
    }

    private void start(long start, long price) {
        openTimeNs = start;
        open = price;
        high = price;
        low = price;
        close = price;
        volume = 0;
        notional = 0;
        trades = 0;
    }
}
