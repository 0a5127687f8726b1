package io.lockstep.simulator.market;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.Side;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** One instrument of the synthetic market. */
final class SyntheticInstrument {
    private static final int LEVELS = 1_200;
    private static final int CHANGES_PER_STEP = 6;
    private static final long FUNDING_PERIOD_NS = 8L * 3600 * 1_000_000_000L;
    private static final long MARK_PERIOD_NS = 1_000_000_000L;

    private final Instrument instrument;
    private final SplittableRandom random;
    private final TreeMap<Long, Long> bids = new TreeMap<>();
    private final TreeMap<Long, Long> asks = new TreeMap<>();
    private final long startPrice;
    private final long unit;
    private long bestBid;
    private long nextMarkNs;
    private boolean opened;

    SyntheticInstrument(Instrument instrument, long startPrice, long seed) {
        this.instrument = instrument;
        this.random = new SplittableRandom(seed);
        this.startPrice = instrument.floorToTick(startPrice);
        this.bestBid = this.startPrice;
        this.unit = Math.max(instrument.lotSize(), unit(instrument, startPrice));
    }

    int id() {
        return instrument.id();
    }

    void step(long timeNs, MarketSink sink) {
        if (!opened) {
            open(sink);
        }
        trade(timeNs, sink);
        move(sink);
        resize(sink);
        sink.onBookChanged(instrument.id(), timeNs);
        if (instrument.assetClass() == AssetClass.PERPETUAL && timeNs >= nextMarkNs) {
            mark(timeNs, sink);
        }
    }

    /** Lots worth about 500 of the quote currency: the order of size people quote. */
    private static long unit(Instrument instrument, long price) {
        return instrument.floorToLot(FixedPoint.divide(500 * FixedPoint.ONE, price, RoundingMode.DOWN));
    }

    private void open(MarketSink sink) {
        opened = true;
        sink.onBookReset(instrument.id());
        for (int i = 0; i < LEVELS; i++) {
            set(sink, false, bestBid - i * instrument.tickSize(), size());
            set(sink, true, bestBid + (i + 1) * instrument.tickSize(), size());
        }
    }

    private void trade(long timeNs, MarketSink sink) {
        if (random.nextInt(3) == 0) {
            return;
        }
        boolean bought = random.nextBoolean();
        TreeMap<Long, Long> side = bought ? asks : bids;
        long price = bought ? side.firstKey() : side.lastKey();
        long there = side.getOrDefault(price, 0L);
        long quantity = Math.max(instrument.lotSize(), instrument.floorToLot(there / (2 + random.nextInt(8))));
        if (quantity < there) {
            set(sink, bought, price, there - quantity);
            sink.onTrade(instrument.id(), bought ? Side.BUY : Side.SELL, price, quantity, timeNs);
        }
    }

    /** Now and then a side gives way by a few ticks; the further from the start, the likelier back toward it. */
    private void move(MarketSink sink) {
        if (random.nextInt(4) != 0) {
            return;
        }
        long distance = bestBid - startPrice;
        long bias = distance * 50 / startPrice;
        boolean up = random.nextInt(100) < 50 - Math.max(-45, Math.min(45, bias * 10));
        int ticks = 1 + random.nextInt(3);
        for (int i = 0; i < ticks; i++) {
            shift(sink, up);
        }
    }

    private void shift(MarketSink sink, boolean up) {
        long tick = instrument.tickSize();
        if (up) {
            set(sink, true, bestBid + tick, 0);
            bestBid += tick;
            set(sink, false, bestBid, size());
            set(sink, false, bids.firstKey(), 0);
            set(sink, true, asks.lastKey() + tick, size());
        } else if (bids.firstKey() > tick) {
            set(sink, false, bestBid, 0);
            set(sink, true, bestBid, size());
            bestBid -= tick;
            set(sink, true, asks.lastKey(), 0);
            set(sink, false, bids.firstKey() - tick, size());
        }
    }

    private void resize(MarketSink sink) {
        for (int i = 0; i < CHANGES_PER_STEP; i++) {
            boolean onAsks = random.nextBoolean();
            int depth = random.nextInt(1 + random.nextInt(60));
            long price =
                    onAsks ? bestBid + (depth + 1) * instrument.tickSize() : bestBid - depth * instrument.tickSize();
            set(sink, onAsks, price, size());
        }
    }

    private void mark(long timeNs, MarketSink sink) {
        nextMarkNs = timeNs + MARK_PERIOD_NS;
        long middle = bestBid + instrument.tickSize() / 2;
        long index = middle + (random.nextInt(21) - 10) * instrument.tickSize();
        long rate = FixedPoint.divide(middle - index, middle, RoundingMode.HALF_EVEN) + FixedPoint.ONE / 10_000;
        long next = (timeNs / FUNDING_PERIOD_NS + 1) * FUNDING_PERIOD_NS;
        sink.onMark(instrument.id(), middle, index, rate, next, timeNs);
    }

    private long size() {
        return unit + instrument.floorToLot((long) (random.nextDouble() * 9 * unit));
    }

    private void set(MarketSink sink, boolean onAsks, long price, long quantity) {
        if (price <= 0) {
            return;
        }
        if (quantity == 0) {
            (onAsks ? asks : bids).remove(price);
        } else {
            (onAsks ? asks : bids).put(price, quantity);
        }
        sink.onLevel(instrument.id(), onAsks, price, quantity);
    }
}
