package io.lockstep.simulator.binance.feed;

import io.lockstep.engine.book.OrderBook;
import io.lockstep.simulator.market.Quote;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Spot's binary market messages, field for field: schema 1, version 0, little endian, times in microseconds. (Binance Spot,
 * {@code stream_1_0.xml}.) Mantissas are E8, so the exponents are always -8.
 */
final class SbeMessages {
    private static final int TRADES = 10_000;
    private static final int BEST_BID_ASK = 10_001;
    private static final int DEPTH_SNAPSHOT = 10_002;
    private static final int DEPTH_DIFF = 10_003;
    private static final int SCHEMA_ID = 1;
    private static final int HEADER = 8;
    private static final int TRADE_BLOCK = 25;
    private static final int LEVEL_BLOCK = 16;
    private static final byte EXPONENT = -8;
    private static final long US_PER_MS = 1_000;

    private SbeMessages() {}

    static byte[] trade(SymbolFeed feed, SymbolFeed.PublicTrade trade, long nowMs) {
        ByteBuffer out = start(TRADES, 18, 6 + TRADE_BLOCK, feed);
        out.putLong(nowMs * US_PER_MS).putLong(trade.timeMs() * US_PER_MS);
        exponents(out).putShort((short) TRADE_BLOCK).putInt(1);
        out.putLong(trade.id()).putLong(trade.price()).putLong(trade.quantity());
        out.put((byte) (trade.isBuyerMaker() ? 1 : 0));
        return end(out, feed);
    }

    static byte[] bestBidAsk(SymbolFeed feed, Quote quote, long nowMs) {
        ByteBuffer out = start(BEST_BID_ASK, 50, 0, feed);
        out.putLong(nowMs * US_PER_MS).putLong(quote.updateId());
        exponents(out).putLong(quote.bidPrice()).putLong(quote.bidQuantity());
        out.putLong(quote.askPrice()).putLong(quote.askQuantity());
        return end(out, feed);
    }

    static byte[] depthSnapshot(SymbolFeed feed, int levels, long nowMs) {
        OrderBook book = feed.book;
        int bids = Math.min(levels, book.bidLevels());
        int asks = Math.min(levels, book.askLevels());
        ByteBuffer out = start(DEPTH_SNAPSHOT, 18, 8 + (bids + asks) * LEVEL_BLOCK, feed);
        out.putLong(nowMs * US_PER_MS).putLong(feed.updateId());
        exponents(out).putShort((short) LEVEL_BLOCK).putShort((short) bids);
        for (int i = 0; i < bids; i++) {
            out.putLong(book.bidPrice(i)).putLong(book.bidQuantity(i));
        }
        out.putShort((short) LEVEL_BLOCK).putShort((short) asks);
        for (int i = 0; i < asks; i++) {
            out.putLong(book.askPrice(i)).putLong(book.askQuantity(i));
        }
        return end(out, feed);
    }

    static byte[] depthDiff(SymbolFeed feed, DepthDiff diff, long nowMs) {
        int levels = diff.bids().size() + diff.asks().size();
        ByteBuffer out = start(DEPTH_DIFF, 26, 8 + levels * LEVEL_BLOCK, feed);
        out.putLong(nowMs * US_PER_MS).putLong(diff.firstId()).putLong(diff.lastId());
        levels(exponents(out), diff.bids());
        levels(out, diff.asks());
        return end(out, feed);
    }

    private static void levels(ByteBuffer out, Map<Long, Long> levels) {
        out.putShort((short) LEVEL_BLOCK).putShort((short) levels.size());
        levels.forEach((price, quantity) -> out.putLong(price).putLong(quantity));
    }

    private static ByteBuffer start(int template, int block, int groups, SymbolFeed feed) {
        int symbol = 1 + feed.spec.symbol().length();
        return ByteBuffer.allocate(HEADER + block + groups + symbol)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) block)
                .putShort((short) template)
                .putShort((short) SCHEMA_ID)
                .putShort((short) 0);
    }

    private static ByteBuffer exponents(ByteBuffer out) {
        return out.put(EXPONENT).put(EXPONENT);
    }

    private static byte[] end(ByteBuffer out, SymbolFeed feed) {
        byte[] symbol = feed.spec.symbol().getBytes(StandardCharsets.US_ASCII);
        byte[] message = new byte[out.capacity()];
        out.put((byte) symbol.length).put(symbol).flip().get(message);
        return message;
    }
}
