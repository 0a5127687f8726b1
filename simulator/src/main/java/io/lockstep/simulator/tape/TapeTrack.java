package io.lockstep.simulator.tape;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.Side;
import io.lockstep.simulator.market.BarPath;
import io.lockstep.simulator.market.MarketSink;
import io.lockstep.simulator.market.Quote;
import io.lockstep.simulator.market.SyntheticQuotes;

/**
 * One instrument of a venue being played: makes of whatever was recorded (depth, best prices, trades, bars) a book and trades. The finest
 * that was recorded decides: depth over best prices over quotes formed around trades; trades over bars.
 */
final class TapeTrack {
    private static final int FORMED_SPREAD_TICKS = 1;
    private static final int FORMED_SIZE_MULTIPLE = 4;

    private final Instrument instrument;
    private final MarketSink sink;
    private final SyntheticQuotes formed = new SyntheticQuotes(FORMED_SPREAD_TICKS, FORMED_SIZE_MULTIPLE);
    private final BarPath path = new BarPath();
    private boolean begun;
    private boolean hasDepth;
    private boolean hasTop;
    private boolean hasTrades;
    private long bid;
    private long ask;
    private long lastPrice;

    TapeTrack(Instrument instrument, MarketSink sink) {
        this.instrument = instrument;
        this.sink = sink;
    }

    /** Latest price known, quote currency, E8; 0 before the first. */
    long lastPrice() {
        return lastPrice;
    }

    /** The instrument is played from now on. */
    void play() {
        sink.onRecorded(instrument.id(), true);
    }

    /** A whole book begins; {@code FixedPoint.NULL} for an id that was not recorded. */
    void beginSnapshot(long lastId) {
        begun = true;
        hasDepth = true;
        if (lastId != FixedPoint.NULL) {
            sink.onUpdateIds(instrument.id(), FixedPoint.NULL, lastId, FixedPoint.NULL);
        }
        sink.onBookReset(instrument.id());
    }

    /** A change of the book begins; {@code FixedPoint.NULL} for ids that were not recorded. */
    void beginDelta(long firstId, long lastId, long previousId) {
        if (firstId != FixedPoint.NULL && lastId != FixedPoint.NULL) {
            sink.onUpdateIds(instrument.id(), firstId, lastId, previousId);
        }
        if (!hasDepth) {
            begun = true;
            hasDepth = true;
            sink.onBookReset(instrument.id());
        }
    }

    void level(boolean asks, long price, long quantity) {
        sink.onLevel(instrument.id(), asks, price, quantity);
    }

    void endDepth(long timeNs) {
        sink.onBookChanged(instrument.id(), timeNs);
    }

    void onTop(Quote quote, long timeNs) {
        hasTop = true;
        boolean numbered = quote.updateId() != FixedPoint.NULL;
        if (numbered) {
            sink.onQuote(instrument.id(), quote, timeNs);
        }
        if (!hasDepth) {
            if (numbered) {
                sink.onUpdateIds(instrument.id(), FixedPoint.NULL, quote.updateId(), FixedPoint.NULL);
            }
            show(quote.bidPrice(), quote.bidQuantity(), quote.askPrice(), quote.askQuantity(), timeNs);
        }
    }

    void onLiquidation(boolean buys, long price, long quantity, long timeNs) {
        sink.onLiquidation(instrument.id(), buys, price, quantity, timeNs);
    }

    void onTrade(Side aggressor, long price, long quantity, long timeNs) {
        hasTrades = true;
        print(aggressor, price, quantity, timeNs);
    }

    void onBar(long open, long high, long low, long close, long volume, long timeNs) {
        if (hasTrades || hasTop || hasDepth) {
            return;
        }
        long share = Math.max(instrument.lotSize(), instrument.floorToLot(volume / BarPath.POINTS));
        path.set(open, high, low, close);
        for (int i = 0; i < BarPath.POINTS; i++) {
            print(Side.NONE, path.point(i), share, timeNs);
        }
    }

    void onMark(long mark, long index, long fundingRate, long nextFundingNs, long timeNs) {
        long shownIndex = index == FixedPoint.NULL ? mark : index;
        sink.onMark(instrument.id(), mark, shownIndex, fundingRate, nextFundingNs, timeNs);
    }

    private void print(Side aggressor, long price, long quantity, long timeNs) {
        lastPrice = price;
        if (!hasDepth && !hasTop) {
            formed.onTrade(instrument, aggressor, price, quantity);
            long size = formed.quantity(instrument);
            show(formed.bid(), size, formed.ask(), size, timeNs);
        }
        boolean bought = aggressor == Side.NONE ? price >= ask : aggressor == Side.BUY;
        sink.onTrade(instrument.id(), bought ? Side.BUY : Side.SELL, price, quantity, timeNs);
    }

    /** Replaces the one level of either side. */
    private void show(long newBid, long bidQuantity, long newAsk, long askQuantity, long timeNs) {
        begin();
        if (bid != 0 && bid != newBid) {
            sink.onLevel(instrument.id(), false, bid, 0);
        }
        if (ask != 0 && ask != newAsk) {
            sink.onLevel(instrument.id(), true, ask, 0);
        }
        if (newBid != 0) {
            sink.onLevel(instrument.id(), false, newBid, bidQuantity);
        }
        if (newAsk != 0) {
            sink.onLevel(instrument.id(), true, newAsk, askQuantity);
        }
        bid = newBid;
        ask = newAsk;
        if (lastPrice == 0 && bid != 0) {
            lastPrice = bid;
        }
        sink.onBookChanged(instrument.id(), timeNs);
    }

    private void begin() {
        if (!begun) {
            begun = true;
            sink.onBookReset(instrument.id());
        }
    }
}
