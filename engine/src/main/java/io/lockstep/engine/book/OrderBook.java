package io.lockstep.engine.book;

/**
 * The aggregated price levels of one instrument (L2), without a cap on their number. Owned by one thread.
 *
 * <p>A book is valid from the end of a snapshot until a gap. Deleting a level that is not there is normal: a snapshot has fewer
 * levels than the venue.
 */
public final class OrderBook {
    private final BookSide bids = new BookSide(1);
    private final BookSide asks = new BookSide(-1);
    private boolean valid;
    private long lastUpdateId;

    /** Forgets all levels; the book is invalid until {@link #markValid}. */
    public void clear() {
        bids.clear();
        asks.clear();
        valid = false;
        lastUpdateId = 0;
    }

    /** The book is not to be used until the next snapshot. */
    public void invalidate() {
        valid = false;
    }

    /**
     * A snapshot or an update is complete.
     *
     * @param lastUpdateId the venue's id of it
     */
    public void markValid(long lastUpdateId) {
        this.lastUpdateId = lastUpdateId;
        valid = true;
    }

    /** Whether the levels can be relied on. */
    public boolean isValid() {
        return valid;
    }

    /** The venue's id of the last update applied. */
    public long lastUpdateId() {
        return lastUpdateId;
    }

    /** Sets the total at a bid price; 0 removes the level. */
    public void setBid(long price, long quantity) {
        bids.set(price, quantity);
    }

    /** Sets the total at an ask price; 0 removes the level. */
    public void setAsk(long price, long quantity) {
        asks.set(price, quantity);
    }

    /** Number of bid levels. */
    public int bidLevels() {
        return bids.size();
    }

    /** Number of ask levels. */
    public int askLevels() {
        return asks.size();
    }

    /** Price of a bid level, quote currency, E8; level 0 is the best; 0 when there is no such level. */
    public long bidPrice(int level) {
        return bids.price(level);
    }

    /** Quantity of a bid level, base currency, E8; 0 when there is no such level. */
    public long bidQuantity(int level) {
        return bids.quantity(level);
    }

    /** Price of an ask level, quote currency, E8; level 0 is the best; 0 when there is no such level. */
    public long askPrice(int level) {
        return asks.price(level);
    }

    /** Quantity of an ask level, base currency, E8; 0 when there is no such level. */
    public long askQuantity(int level) {
        return asks.quantity(level);
    }

    /** Quantity at a bid price, 0 if there is none. */
    public long bidQuantityAt(long price) {
        return bids.quantityAt(price);
    }

    /** Quantity at an ask price, 0 if there is none. */
    public long askQuantityAt(long price) {
        return asks.quantityAt(price);
    }

    /** Whether the best bid is above the best ask, or equal to it: such a book is wrong or between two updates. */
    public boolean isCrossed() {
        return bids.size() > 0 && asks.size() > 0 && bids.price(0) >= asks.price(0);
    }
}
