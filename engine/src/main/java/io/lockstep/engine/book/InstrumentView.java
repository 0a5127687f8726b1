package io.lockstep.engine.book;

import io.lockstep.engine.sbe.TradingStatusKind;

/**
 * What one handler knows of one instrument's market: quote, book, last and mark price, status, and whether to believe it. Mutable, owned
 * by that handler.
 */
public final class InstrumentView {
    private final TopOfBook top = new TopOfBook();
    private final OrderBook book = new OrderBook();
    private long lastPrice;
    private long lastTradeNs;
    private long markPrice;
    private long dataNs;
    private long exchangeNs;
    private boolean gapped;
    private boolean quoted;
    private boolean assembling;
    private boolean assemblingSnapshot;
    private boolean wholeBefore;
    private int nextPart;
    private TradingStatusKind status = TradingStatusKind.TRADING;

    void quote(long bidPrice, long bidQuantity, long askPrice, long askQuantity, long timeNs) {
        top.set(bidPrice, bidQuantity, askPrice, askQuantity, timeNs);
        dataNs = timeNs;
    }

    void quoted() {
        quoted = true;
        gapped = false;
    }

    void trade(long price, long timeNs) {
        lastPrice = price;
        lastTradeNs = timeNs;
        dataNs = timeNs;
    }

    /** The venue's own time of the data just taken; data without one counts by when it was received. */
    void stamped(long venueTimeNs) {
        exchangeNs = venueTimeNs > 0 ? Math.max(exchangeNs, venueTimeNs) : 0;
    }

    void mark(long price) {
        markPrice = price;
    }

    /**
     * Whether a part of a depth event follows the parts before it; else what was begun is worthless. The book is invalid until the last part.
     */
    boolean takesPart(boolean snapshot, int part, boolean last) {
        boolean torn =
                part == 0 ? assembling && !snapshot : !assembling || part != nextPart || snapshot != assemblingSnapshot;
        if (torn) {
            if (assembling || book.isValid()) {
                gap();
            }
            return false;
        }
        if (part == 0) {
            assemblingSnapshot = snapshot;
            wholeBefore = snapshot || book.isValid();
        }
        assembling = !last;
        nextPart = part + 1;
        book.invalidate();
        return true;
    }

    /** The last part was applied. */
    void bookChanged(long lastUpdateId, long timeNs) {
        if (!wholeBefore) {
            return;
        }
        book.markValid(lastUpdateId);
        gapped = false;
        if (quoted) {
            dataNs = timeNs;
        } else {
            quote(book.bidPrice(0), book.bidQuantity(0), book.askPrice(0), book.askQuantity(0), timeNs);
        }
    }

    void gap() {
        gapped = true;
        assembling = false;
        book.invalidate();
        top.clear();
    }

    void status(TradingStatusKind status) {
        this.status = status;
    }

    /** Best bid and ask: from quotes where they come, else from the book. */
    public TopOfBook top() {
        return top;
    }

    /** All levels; valid only where depth is received. */
    public OrderBook book() {
        return book;
    }

    /** Price of the latest trade or bar close, quote currency, E8; 0 before the first. */
    public long lastPrice() {
        return lastPrice;
    }

    /** When that trade was received, UTC, nanoseconds; 0 before the first. */
    public long lastTradeNs() {
        return lastTradeNs;
    }

    /** Latest mark price, quote currency, E8; 0 before the first. */
    public long markPrice() {
        return markPrice;
    }

    /** What the venue allows now. */
    public TradingStatusKind status() {
        return status;
    }

    /** When quote, book or trade was last received, UTC, nanoseconds; 0 before the first. */
    public long dataNs() {
        return dataNs;
    }

    /** Whether best bid and ask come as quotes of their own, so that no book is needed to know them. */
    public boolean isQuoted() {
        return quoted;
    }

    /** Whether updates were lost and neither a snapshot nor a quote has come since; the book itself needs a snapshot. */
    public boolean isGapped() {
        return gapped;
    }

    /**
     * Age of the latest data, nanoseconds: since it was received, or by the venue's own time where it has one and that is older. A feed that comes
     * late is as old as what it says.
     *
     * @param venueOffsetNs venue's clock less ours, nanoseconds
     */
    public long ageNs(long nowNs, long venueOffsetNs) {
        long received = nowNs - dataNs;
        return exchangeNs == 0 ? received : Math.max(received, nowNs + venueOffsetNs - exchangeNs);
    }

    /** Whether the data is gapped or older than allowed. */
    public boolean isStale(long nowNs, long maxAgeNs) {
        return gapped || dataNs == 0 || nowNs - dataNs > maxAgeNs;
    }

    /** What orders are judged by: the middle of the quote, else the last trade; 0 if there is none. */
    public long referencePrice() {
        long mid = top.mid();
        return mid != 0 ? mid : lastPrice;
    }

    /** The best estimate of value: mark price, else the reference price; 0 if there is none. */
    public long fairPrice() {
        return markPrice != 0 ? markPrice : referencePrice();
    }
}
