package io.lockstep.gateway.binance.marketdata.book;

import io.lockstep.gateway.binance.marketdata.EventEncoder;
import io.lockstep.gateway.binance.marketdata.message.BarMessage;
import io.lockstep.gateway.binance.marketdata.message.DepthMessage;
import io.lockstep.gateway.binance.marketdata.message.LiquidationMessage;
import io.lockstep.gateway.binance.marketdata.message.MarkPriceMessage;
import io.lockstep.gateway.binance.marketdata.message.MarketDataHandler;
import io.lockstep.gateway.binance.marketdata.message.QuoteMessage;
import io.lockstep.gateway.binance.marketdata.message.TradeMessage;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * Sends book changes through their instrument's synchronizer and everything else straight on. Depth of an instrument without a
 * synchronizer, as of partial books, goes straight on too. Owned by one thread.
 */
public final class BookFeed implements MarketDataHandler {
    private final EventEncoder encoder;
    private final SnapshotScheduler snapshots;
    private final Int2ObjectHashMap<BookSynchronizer> books = new Int2ObjectHashMap<>();

    /** Makes a feed in front of an encoder. */
    public BookFeed(EventEncoder encoder, SnapshotScheduler snapshots) {
        this.encoder = encoder;
        this.snapshots = snapshots;
    }

    /** Keeps an instrument's book whole from now on. */
    public void synchronize(int instrumentId, BookSynchronizer synchronizer) {
        books.put(instrumentId, synchronizer);
    }

    /** All books lost their stream. */
    public void onDisconnected(long nowNs) {
        forEachBook(book -> book.onDisconnected(nowNs));
    }

    /** The streams' session was replaced without loss. */
    public void onReplaced() {
        forEachBook(BookSynchronizer::onReplaced);
    }

    /** An instrument's stream of changes is mute; false where its book is not kept here, or not whole anyway. */
    public boolean onMute(int instrumentId, long nowNs) {
        BookSynchronizer book = books.get(instrumentId);
        if (book == null || !book.isLive()) {
            return false;
        }
        book.onMute(nowNs);
        return true;
    }

    /** Whether an instrument's book is kept here and whole. */
    public boolean isLive(int instrumentId) {
        BookSynchronizer book = books.get(instrumentId);
        return book != null && book.isLive();
    }

    /** Sum of a count over all books. */
    public long sum(ToLongFunction<BookSynchronizer> count) {
        long sum = 0;
        for (BookSynchronizer book : books.values()) {
            sum += count.applyAsLong(book);
        }
        return sum;
    }

    /** Watches for silence and sends due requests for snapshots; call about every 100 ms. */
    public void onTimer(long nowNs) {
        forEachBook(book -> book.onTimer(nowNs));
        snapshots.poll(nowNs);
        encoder.flush();
    }

    @Override
    public boolean onQuote(QuoteMessage quote, long receivedNs) {
        BookSynchronizer book = books.get(quote.instrumentId());
        if (book != null) {
            book.onQuote(quote);
        }
        return encoder.onQuote(quote, receivedNs);
    }

    @Override
    public boolean onDepth(DepthMessage depth, long receivedNs) {
        BookSynchronizer book = books.get(depth.instrumentId());
        if (book == null) {
            return encoder.onDepth(depth, receivedNs);
        }
        book.onDepth(depth, receivedNs);
        return true;
    }

    @Override
    public boolean onTrade(TradeMessage trade, long receivedNs) {
        return encoder.onTrade(trade, receivedNs);
    }

    @Override
    public boolean onBar(BarMessage bar, long receivedNs) {
        return encoder.onBar(bar, receivedNs);
    }

    @Override
    public boolean onMarkPrice(MarkPriceMessage markPrice, long receivedNs) {
        return encoder.onMarkPrice(markPrice, receivedNs);
    }

    @Override
    public boolean onLiquidation(LiquidationMessage liquidation, long receivedNs) {
        return encoder.onLiquidation(liquidation, receivedNs);
    }

    private void forEachBook(Consumer<BookSynchronizer> action) {
        books.values().forEach(action);
    }
}
