package io.lockstep.simulator.binance.feed;

import io.lockstep.engine.book.OrderBook;
import io.lockstep.simulator.market.Quote;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the public may know of one symbol: book, trades, candles, prices of the day. */
public final class SymbolFeed {
    private static final int KEPT_TRADES = 1_000;

    final SymbolSpec spec;
    final OrderBook book = new OrderBook();
    Candles candles;
    final Map<Integer, DepthDiff> diffs = new LinkedHashMap<>();
    private final Deque<PublicTrade> trades = new ArrayDeque<>();
    private final UpdateIds ids;

    /** Whether each event is a recorded one and goes out as it is. */
    boolean recorded;

    /** Whether the recording has quotes of its own. */
    boolean quotesRecorded;

    /** Whether the recording has mark prices of its own. */
    boolean marksRecorded;

    long lastTradeId;
    long lastPrice;
    long markPrice;
    long indexPrice;
    long fundingRate;
    long nextFundingMs;
    private long shownBid;
    private long shownBidQuantity;
    private long shownAsk;
    private long shownAskQuantity;

    /**
     * A symbol without a book.
     *
     * @param idStep distance of update ids: 1 where they are per symbol, more where the venue counts over all symbols
     */
    SymbolFeed(SymbolSpec spec, int[] speedsMs, long firstId, long idStep, long nowMs) {
        this.spec = spec;
        this.ids = new UpdateIds(firstId, idStep);
        this.lastTradeId = firstId / 10;
        this.lastPrice = spec.startPrice();
        this.candles = new Candles(spec.startPrice(), nowMs);
        for (int speed : speedsMs) {
            diffs.put(speed, new DepthDiff(firstId));
        }
    }

    /** One trade as the public sees it. */
    public record PublicTrade(long id, long price, long quantity, long timeMs, boolean isBuyerMaker) {}

    /** The symbol. */
    public SymbolSpec spec() {
        return spec;
    }

    /** The book the public sees. */
    public OrderBook book() {
        return book;
    }

    /** Id of the last change of the book. */
    public long updateId() {
        return ids.last();
    }

    /** The best prices of the book. */
    Quote quote() {
        return new Quote(updateId(), book.bidPrice(0), book.bidQuantity(0), book.askPrice(0), book.askQuantity(0));
    }

    /** Price of the latest trade, quote currency, E8. */
    public long lastPrice() {
        return lastPrice;
    }

    /** Size of the latest trade, base currency, E8; 0 before the first. */
    public long lastQuantity() {
        return trades.isEmpty() ? 0 : trades.getLast().quantity();
    }

    /** Mark price, quote currency, E8; the latest trade where the market tells none. */
    public long markPrice() {
        return markPrice == 0 ? lastPrice : markPrice;
    }

    /** Index price, quote currency, E8; the latest trade where the market tells none. */
    public long indexPrice() {
        return indexPrice == 0 ? lastPrice : indexPrice;
    }

    /** Next funding as a fraction of notional, E8. */
    public long fundingRate() {
        return fundingRate;
    }

    /** When it is paid, milliseconds. */
    public long nextFundingMs() {
        return nextFundingMs;
    }

    /** The candles. */
    public Candles candles() {
        return candles;
    }

    /** The latest trades, oldest first. */
    public Iterable<PublicTrade> trades() {
        return trades;
    }

    /** Empties the book level by level, so that those who follow its changes empty theirs. */
    void reset() {
        while (book.bidLevels() > 0) {
            level(false, book.bidPrice(0), 0);
        }
        while (book.askLevels() > 0) {
            level(true, book.askPrice(0), 0);
        }
    }

    void level(boolean asks, long price, long quantity) {
        ids.count();
        if (asks) {
            book.setAsk(price, quantity);
        } else {
            book.setBid(price, quantity);
        }
        for (DepthDiff diff : diffs.values()) {
            diff.cover(ids.first(), ids.last());
            diff.change(asks, price, quantity);
        }
    }

    /** A recorded event begins: the levels up to {@link #endEvent} have these ids. A hole before it shows, as it did at the venue. */
    void beginEvent(long firstId, long lastId, long previousId) {
        if (!ids.begin(firstId, lastId, previousId)) {
            diffs.values().forEach(diff -> diff.breakOff(previousId));
        }
        diffs.values().forEach(diff -> diff.cover(ids.first(), ids.last()));
    }

    /** The event, if one had begun, is complete. */
    void endEvent() {
        ids.end();
    }

    PublicTrade trade(boolean bought, long price, long quantity, long timeMs) {
        PublicTrade trade = new PublicTrade(++lastTradeId, price, quantity, timeMs, !bought);
        lastPrice = price;
        if (trades.isEmpty()) {
            candles = new Candles(price, timeMs);
        }
        candles.trade(bought, price, quantity, trade.id(), timeMs);
        trades.addLast(trade);
        if (trades.size() > KEPT_TRADES) {
            trades.removeFirst();
        }
        return trade;
    }

    /** Whether the best prices or their sizes differ from what was last shown; they count as shown afterwards. */
    boolean takeTopChanged() {
        boolean changed = shownBid != book.bidPrice(0)
                || shownBidQuantity != book.bidQuantity(0)
                || shownAsk != book.askPrice(0)
                || shownAskQuantity != book.askQuantity(0);
        shownBid = book.bidPrice(0);
        shownBidQuantity = book.bidQuantity(0);
        shownAsk = book.askPrice(0);
        shownAskQuantity = book.askQuantity(0);
        return changed;
    }
}
