package io.lockstep.simulator.binance.feed;

import io.lockstep.engine.book.OrderBook;
import io.lockstep.simulator.json.JsonWriter;

/** Market data as REST and the WebSocket API write it. */
public final class MarketForms {
    private MarketForms() {}

    /** The best levels of both sides, as two members of an object. */
    public static void levels(JsonWriter json, SymbolFeed feed, int limit) {
        MarketMessages.side(json.name("bids"), feed, false, limit);
        MarketMessages.side(json.name("asks"), feed, true, limit);
    }

    /** A public trade. */
    public static void trade(JsonWriter json, SymbolFeed feed, SymbolFeed.PublicTrade trade) {
        json.object()
                .field("id", trade.id())
                .field("price", feed.spec.price(trade.price()))
                .field("qty", feed.spec.quantity(trade.quantity()))
                .field("quoteQty", Decimals.padded(value(feed, trade), 8))
                .field("time", trade.timeMs())
                .field("isBuyerMaker", trade.isBuyerMaker())
                .field("isBestMatch", true)
                .end();
    }

    /** A public trade as an aggregate of one. */
    public static void aggTrade(JsonWriter json, SymbolFeed feed, SymbolFeed.PublicTrade trade) {
        json.object()
                .field("a", trade.id())
                .field("p", feed.spec.price(trade.price()))
                .field("q", feed.spec.quantity(trade.quantity()))
                .field("f", trade.id())
                .field("l", trade.id())
                .field("T", trade.timeMs())
                .field("m", trade.isBuyerMaker())
                .field("M", true)
                .end();
    }

    /** A candle as an array. */
    public static void kline(JsonWriter json, SymbolFeed feed, Candle candle) {
        SymbolSpec spec = feed.spec;
        json.array()
                .number(candle.openTimeMs)
                .text(spec.price(candle.open))
                .text(spec.price(candle.high))
                .text(spec.price(candle.low))
                .text(spec.price(candle.close))
                .text(spec.quantity(candle.volume))
                .number(candle.closeTimeMs)
                .text(Decimals.padded(candle.quoteVolume, 8))
                .number(candle.trades)
                .text(spec.quantity(candle.takerBuyVolume))
                .text(Decimals.padded(candle.takerBuyQuoteVolume, 8))
                .text("0")
                .end();
    }

    /** The latest price. */
    public static void price(JsonWriter json, SymbolFeed feed) {
        json.object()
                .field("symbol", feed.spec.symbol())
                .field("price", feed.spec.price(feed.lastPrice))
                .end();
    }

    /** Best bid and ask. */
    public static void bookTicker(JsonWriter json, SymbolFeed feed) {
        OrderBook book = feed.book;
        json.object()
                .field("symbol", feed.spec.symbol())
                .field("bidPrice", feed.spec.price(book.bidPrice(0)))
                .field("bidQty", feed.spec.quantity(book.bidQuantity(0)))
                .field("askPrice", feed.spec.price(book.askPrice(0)))
                .field("askQty", feed.spec.quantity(book.askQuantity(0)))
                .end();
    }

    /** Prices and volumes of the day. */
    public static void dayTicker(JsonWriter json, SymbolFeed feed, long nowMs) {
        SymbolSpec spec = feed.spec;
        Candle day = feed.candles.latest("1d");
        json.object()
                .field("symbol", spec.symbol())
                .field("priceChange", spec.price(feed.lastPrice - day.open))
                .field(
                        "priceChangePercent",
                        Decimals.padded(MarketMessages.percent(feed.lastPrice - day.open, day.open), 3))
                .field("weightedAvgPrice", spec.price(MarketMessages.mean(day)))
                .field("prevClosePrice", spec.price(day.open))
                .field("lastPrice", spec.price(feed.lastPrice))
                .field("lastQty", spec.quantity(feed.lastQuantity()))
                .field("bidPrice", spec.price(feed.book.bidPrice(0)))
                .field("bidQty", spec.quantity(feed.book.bidQuantity(0)))
                .field("askPrice", spec.price(feed.book.askPrice(0)))
                .field("askQty", spec.quantity(feed.book.askQuantity(0)))
                .field("openPrice", spec.price(day.open))
                .field("highPrice", spec.price(day.high))
                .field("lowPrice", spec.price(day.low))
                .field("volume", spec.quantity(day.volume))
                .field("quoteVolume", Decimals.padded(day.quoteVolume, 8))
                .field("openTime", day.openTimeMs)
                .field("closeTime", nowMs)
                .field("firstId", day.firstTradeId)
                .field("lastId", day.lastTradeId)
                .field("count", day.trades)
                .end();
    }

    private static long value(SymbolFeed feed, SymbolFeed.PublicTrade trade) {
        return feed.spec.instrument().notional(trade.price(), trade.quantity());
    }
}
