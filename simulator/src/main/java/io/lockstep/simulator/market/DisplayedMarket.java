package io.lockstep.simulator.market;

import io.lockstep.engine.book.OrderBook;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import java.math.RoundingMode;

/**
 * What the market shows of one instrument: aggregated levels where depth is known, else the top of book with assumed levels behind
 * it. The faster of quote and depth wins, by the venue's update id where it sends one.
 *
 * <p>{@code asks} chooses the side of all methods that take it: true for offers (what a buyer takes), false for bids.
 */
public final class DisplayedMarket {
    /** Size at a price that cannot be seen: only the top of book is known and the price is behind it. */
    public static final long UNSEEN = -1;

    private final DepthAssumption assumption;
    private final OrderBook book = new OrderBook();
    private final TakenLiquidity takenBids;
    private final TakenLiquidity takenAsks;
    private Instrument instrument;
    private boolean depthKnown;
    private boolean known;
    private long topUpdateId = FixedPoint.NULL;
    private long depthUpdateId = FixedPoint.NULL;
    private long topBid;
    private long topBidQuantity;
    private long topAsk;
    private long topAskQuantity;

    /** An instrument nothing is known of yet. */
    public DisplayedMarket(Instrument instrument, DepthAssumption assumption) {
        this.instrument = instrument;
        this.assumption = assumption;
        this.takenBids = new TakenLiquidity(assumption.replenishNs());
        this.takenAsks = new TakenLiquidity(assumption.replenishNs());
    }

    /** Replaces the definition of the instrument. */
    public void instrument(Instrument changed) {
        instrument = changed;
    }

    /**
     * The best bid and ask changed.
     *
     * @param updateId the venue's id, {@code FixedPoint.NULL} for none; a quote older than the depth is ignored
     */
    public void onTop(long bid, long bidQuantity, long ask, long askQuantity, long updateId) {
        known = true;
        if (depthKnown && updateId != FixedPoint.NULL && updateId <= depthUpdateId) {
            return;
        }
        topUpdateId = updateId;
        topBid = bid;
        topBidQuantity = bidQuantity;
        topAsk = ask;
        topAskQuantity = askQuantity;
        applyTop();
    }

    /** A full book begins: all levels are forgotten. */
    public void beginSnapshot() {
        book.clear();
        depthKnown = true;
        known = true;
    }

    /** Sets the size of a level; 0 removes it. Ignored until the first snapshot. */
    public void level(boolean asks, long price, long quantity) {
        if (depthKnown) {
            set(asks, price, quantity);
        }
    }

    /**
     * A depth update is complete.
     *
     * @param lastUpdateId the venue's id of it
     */
    public void endDepth(long lastUpdateId) {
        if (!depthKnown) {
            return;
        }
        depthUpdateId = lastUpdateId;
        book.markValid(lastUpdateId);
        boolean topIsNewer = topUpdateId != FixedPoint.NULL && topUpdateId > lastUpdateId;
        if (topIsNewer) {
            applyTop();
        }
    }

    /** Depth updates were lost: only the top of book counts until the next snapshot. */
    public void onGap() {
        depthKnown = false;
        topUpdateId = FixedPoint.NULL;
        depthUpdateId = FixedPoint.NULL;
        book.clear();
        applyTop();
    }

    /** Whether any quote or depth has been seen. */
    public boolean isKnown() {
        return known;
    }

    /** Best price of a side, quote currency, E8; 0 when there is none. */
    public long best(boolean asks) {
        return asks ? book.askPrice(0) : book.bidPrice(0);
    }

    /** Size displayed at the best price of a side, base currency, E8. */
    public long bestQuantity(boolean asks) {
        return asks ? book.askQuantity(0) : book.bidQuantity(0);
    }

    /** Middle between bid and ask, quote currency, E8; 0 unless both are there. */
    public long mid() {
        long bid = book.bidPrice(0);
        long ask = book.askPrice(0);
        return bid == 0 || ask == 0 ? 0 : bid + (ask - bid) / 2;
    }

    /** Size displayed at a price, E8, or {@link #UNSEEN}. */
    public long displayed(boolean asks, long price) {
        if (!depthKnown) {
            long best = best(asks);
            boolean behind = best == 0 || (asks ? price > best : price < best);
            if (behind) {
                return UNSEEN;
            }
        }
        return asks ? book.askQuantityAt(price) : book.bidQuantityAt(price);
    }

    /** Number of levels a taker can reach, assumed ones included. */
    public int levels(boolean asks) {
        int shown = asks ? book.askLevels() : book.bidLevels();
        return depthKnown || shown == 0 ? shown : 1 + assumption.levels();
    }

    /** Price of a level, 0 being the best, quote currency, E8; not positive when an assumed level falls off the scale. */
    public long price(boolean asks, int level) {
        if (depthKnown || level == 0) {
            return asks ? book.askPrice(level) : book.bidPrice(level);
        }
        long distance = Math.multiplyExact((long) level * assumption.stepTicks(), instrument.tickSize());
        return asks ? best(true) + distance : best(false) - distance;
    }

    /** Size a taker can still get at a level, E8. */
    public long available(boolean asks, int level, long timeNs) {
        TakenLiquidity taken = asks ? takenAsks : takenBids;
        long shown = shown(asks, level);
        return taken.isEmpty() ? shown : Math.max(0, shown - taken.taken(price(asks, level), timeNs));
    }

    /** A client takes from the displayed size. */
    public void take(boolean asks, long price, long quantity, long timeNs) {
        (asks ? takenAsks : takenBids).take(price, quantity, timeNs);
    }

    private long shown(boolean asks, int level) {
        if (depthKnown || level == 0) {
            return asks ? book.askQuantity(level) : book.bidQuantity(level);
        }
        return FixedPoint.multiply(bestQuantity(asks), assumption.sizeFactor(), RoundingMode.DOWN);
    }

    private void applyTop() {
        applyTop(false, topBid, topBidQuantity);
        applyTop(true, topAsk, topAskQuantity);
    }

    private void applyTop(boolean asks, long price, long quantity) {
        TakenLiquidity taken = asks ? takenAsks : takenBids;
        if (!taken.isEmpty() && price != 0) {
            taken.dropBetterThan(price, !asks);
        }
        while (isBetterThan(asks, best(asks), price) || !depthKnown && best(asks) != 0 && best(asks) != price) {
            remove(asks, best(asks));
        }
        if (price != 0) {
            set(asks, price, quantity);
        }
    }

    private static boolean isBetterThan(boolean asks, long best, long price) {
        return best != 0 && (price == 0 || (asks ? best < price : best > price));
    }

    private void remove(boolean asks, long price) {
        if (asks) {
            book.setAsk(price, 0);
        } else {
            book.setBid(price, 0);
        }
    }

    private void set(boolean asks, long price, long quantity) {
        TakenLiquidity taken = asks ? takenAsks : takenBids;
        if (!taken.isEmpty()) {
            long before = asks ? book.askQuantityAt(price) : book.bidQuantityAt(price);
            taken.onDisplayed(price, before, quantity);
        }
        if (asks) {
            book.setAsk(price, quantity);
        } else {
            book.setBid(price, quantity);
        }
    }
}
