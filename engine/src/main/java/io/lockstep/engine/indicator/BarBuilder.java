package io.lockstep.engine.indicator;

import io.lockstep.engine.event.StateHash;
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
    private long closedUntilNs = Long.MIN_VALUE;
    private boolean carried;
    private boolean priced;
    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;
    private long notional;
    private int trades;
    private long late;

    BarBuilder(Instrument instrument, Timeframe timeframe, LongToIntFunction sessionOf) {
        this.instrument = instrument;
        this.timeframe = timeframe;
        this.sessionOf = sessionOf;
        continuous = instrument.assetClass() != AssetClass.EQUITY;
    }

    int instrumentId() {
        return instrument.id();
    }

    /** When the open bar ends, UTC, nanoseconds; far in the future when none is open. */
    long closeTimeNs() {
        return openTimeNs == NOTHING_OPEN ? NOTHING_OPEN : openTimeNs + timeframe.nanos();
    }

    /** Trades and shorter bars that came after their bar had closed. */
    long late() {
        return late;
    }

    /** Takes a trade; bars before its interval must have been closed. One that moves no price only adds its volume. */
    void onTrade(long timeNs, long price, long quantity, boolean movesOpenClose, boolean movesHighLow) {
        if (!enter(timeframe.openOf(timeNs))) {
            return;
        }
        if ((movesOpenClose || movesHighLow) && !priced) {
            prices(price, price, price, price);
        }
        if (movesHighLow) {
            high = Math.max(high, price);
            low = Math.min(low, price);
        }
        if (movesOpenClose) {
            close = price;
        }
        add(quantity, instrument.notional(price, quantity), 1);
    }

    /** Whether trades of it are ever taken back: stock exchanges do so. */
    boolean canBeCorrected() {
        return !continuous;
    }

    /**
     * Builds the open bar anew after one of its trades was taken back or corrected. Where the log no longer holds the whole bar, only the
     * volume can be put right.
     *
     * @param timeNs time of that trade, UTC, nanoseconds
     * @param undone volume taken back, base currency, E8; negative for volume put in its place
     * @param price price of that trade, quote currency, E8
     * @return false if its bar is closed, or if the bar's prices may still hold the trade
     */
    boolean rebuild(PrintLog prints, long timeNs, long undone, long price) {
        long from = openTimeNs;
        if (from == NOTHING_OPEN || timeframe.openOf(timeNs) != from) {
            return false;
        }
        int change = undone < 0 ? 1 : -1;
        if (prints.countBetween(from, from + timeframe.nanos()) != trades + change) {
            long value = instrument.notional(price, Math.abs(undone));
            add(-undone, change * value, change);
            return false;
        }
        start(from);
        prints.replay(from, from + timeframe.nanos(), this);
        return true;
    }

    /** Takes a shorter bar. */
    void onBar(Bar shorter) {
        if (!enter(timeframe.openOf(shorter.openTimeNs()))) {
            return;
        }
        if (!priced) {
            prices(shorter.open(), shorter.high(), shorter.low(), shorter.close());
        }
        high = Math.max(high, shorter.high());
        low = Math.min(low, shorter.low());
        close = shorter.close();
        add(shorter.volume(), shorter.notional(), shorter.trades());
    }

    /**
     * Closes the open bar if time has passed its end, and opens a flat one behind it where the market never closes. A bar that never had a
     * price is dropped.
     *
     * @param nowNs time that is known to have passed, UTC, nanoseconds
     * @return whether {@link #closed()} holds a new bar; call again until false
     */
    boolean closeIfDue(long nowNs) {
        long end = closeTimeNs();
        if (end > nowNs) {
            return false;
        }
        boolean known = priced || carried;
        closed.at(instrument.id(), timeframe.seconds(), openTimeNs, sessionOf.applyAsInt(openTimeNs))
                .prices(open, high, low, close)
                .volume(volume, notional, trades);
        closedUntilNs = end;
        openTimeNs = NOTHING_OPEN;
        if (known && continuous && nowNs - end < MOST_FILLED * timeframe.nanos()) {
            start(end);
            prices(close, close, close, close);
            priced = false;
            carried = true;
        }
        return known;
    }

    /** The bar that closed last; reused. */
    Bar closed() {
        return closed;
    }

    void addTo(StateHash hash) {
        hash.add(openTimeNs);
        hash.add(closedUntilNs);
        hash.add(priced ? 1 : 0);
        hash.add(open);
        hash.add(high);
        hash.add(low);
        hash.add(close);
        hash.add(volume);
        hash.add(notional);
        hash.add(trades);
    }

    private boolean enter(long start) {
        boolean isLate = start < closedUntilNs || openTimeNs != NOTHING_OPEN && start != openTimeNs;
        if (isLate) {
            late++;
        } else if (openTimeNs == NOTHING_OPEN) {
            start(start);
        }
        return !isLate;
    }

    private void start(long start) {
        openTimeNs = start;
        priced = false;
        carried = false;
        volume = 0;
        notional = 0;
        trades = 0;
    }

    private void prices(long first, long highest, long lowest, long last) {
        open = first;
        high = highest;
        low = lowest;
        close = last;
        priced = true;
    }

    private void add(long quantity, long value, int count) {
        volume = Math.addExact(volume, quantity);
        notional = Math.addExact(notional, value);
        trades += count;
    }
}
