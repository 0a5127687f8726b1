package io.lockstep.gateway.binance.marketdata.message;

import io.lockstep.engine.instrument.FixedPoint;
import java.util.Arrays;

/**
 * A book snapshot or a change of it, mutable and reused.
 *
 * <p>No cap on levels: the arrays double when full and stay so, hence a warm message allocates nothing.
 */
public final class DepthMessage {
    private static final int INITIAL_LEVELS = 64;

    private final Levels bids = new Levels();
    private final Levels asks = new Levels();
    private int instrumentId;
    private boolean snapshot;
    private long exchangeTimeNs;
    private long firstUpdateId;
    private long lastUpdateId;
    private long previousUpdateId;

    /** Forgets everything: an empty change without times and ids. */
    public void clear() {
        bids.clear();
        asks.clear();
        snapshot = false;
        exchangeTimeNs = FixedPoint.NULL;
        firstUpdateId = FixedPoint.NULL;
        lastUpdateId = FixedPoint.NULL;
        previousUpdateId = FixedPoint.NULL;
    }

    /** Becomes an equal copy of another message. */
    public void copyFrom(DepthMessage other) {
        bids.copyFrom(other.bids);
        asks.copyFrom(other.asks);
        instrumentId = other.instrumentId;
        snapshot = other.snapshot;
        exchangeTimeNs = other.exchangeTimeNs;
        firstUpdateId = other.firstUpdateId;
        lastUpdateId = other.lastUpdateId;
        previousUpdateId = other.previousUpdateId;
    }

    /** Bid levels, in the venue's order. */
    public Levels bids() {
        return bids;
    }

    /** Ask levels, in the venue's order. */
    public Levels asks() {
        return asks;
    }

    /** Instrument. */
    public int instrumentId() {
        return instrumentId;
    }

    /** Sets {@link #instrumentId()}. */
    public void instrumentId(int value) {
        instrumentId = value;
    }

    /** Whether it replaces the book instead of changing it. */
    public boolean isSnapshot() {
        return snapshot;
    }

    /** Sets {@link #isSnapshot()}. */
    public void snapshot(boolean value) {
        snapshot = value;
    }

    /** The venue's time, UTC, nanoseconds; FixedPoint.NULL where it sends none. */
    public long exchangeTimeNs() {
        return exchangeTimeNs;
    }

    /** Sets {@link #exchangeTimeNs()}. */
    public void exchangeTimeNs(long value) {
        exchangeTimeNs = value;
    }

    /** First update id in it (U); of a snapshot the same as the last. */
    public long firstUpdateId() {
        return firstUpdateId;
    }

    /** Last update id in it (u, or a snapshot's lastUpdateId). */
    public long lastUpdateId() {
        return lastUpdateId;
    }

    /** Last update id of the event before (futures' pu); FixedPoint.NULL where it is not sent. */
    public long previousUpdateId() {
        return previousUpdateId;
    }

    /** Sets the three update ids. */
    public void updateIds(long first, long last, long previous) {
        firstUpdateId = first;
        lastUpdateId = last;
        previousUpdateId = previous;
    }

    /** Levels of one side: prices and the new totals at them. */
    public static final class Levels {
        private long[] prices = new long[INITIAL_LEVELS];
        private long[] quantities = new long[INITIAL_LEVELS];
        private int size;

        /** Number of levels. */
        public int size() {
            return size;
        }

        /** Price of a level, quote currency, E8. */
        public long price(int level) {
            return prices[level];
        }

        /** New total at a level, base currency, E8; 0 removes it. */
        public long quantity(int level) {
            return quantities[level];
        }

        /** Adds a level. */
        public void add(long price, long quantity) {
            if (size == prices.length) {
                prices = Arrays.copyOf(prices, size * 2);
                quantities = Arrays.copyOf(quantities, size * 2);
            }
            prices[size] = price;
            quantities[size++] = quantity;
        }

        /** Removes all levels. */
        public void clear() {
            size = 0;
        }

        private void copyFrom(Levels other) {
            clear();
            for (int i = 0; i < other.size; i++) {
                add(other.prices[i], other.quantities[i]);
            }
        }
    }
}
