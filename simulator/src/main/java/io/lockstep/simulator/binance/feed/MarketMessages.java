package io.lockstep.simulator.binance.feed;

import io.lockstep.engine.book.OrderBook;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.binance.api.Product;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.market.Quote;
import java.math.RoundingMode;
import java.util.Map;
import java.util.function.IntToLongFunction;

/** Payloads of the market streams, field for field as Binance writes them in 2026. */
final class MarketMessages {
    private final boolean futures;

    /** Whether futures payloads carry what was added after 2024: st, ps, nq, ap. */
    private final boolean modern;

    MarketMessages(Product product, boolean legacy) {
        this.futures = product.isFutures();
        this.modern = futures && !legacy;
    }

    String trade(SymbolFeed feed, SymbolFeed.PublicTrade trade, long nowMs) {
        JsonWriter json = event("trade", nowMs);
        if (futures) {
            json.field("T", trade.timeMs());
        }
        json.field("s", feed.spec.symbol())
                .field("t", trade.id())
                .field("p", feed.spec.price(trade.price()))
                .field("q", feed.spec.quantity(trade.quantity()));
        return futures
                ? json.field("X", "MARKET")
                        .field("m", trade.isBuyerMaker())
                        .end()
                        .toString()
                : json.field("T", trade.timeMs())
                        .field("m", trade.isBuyerMaker())
                        .field("M", true)
                        .end()
                        .toString();
    }

    String aggTrade(SymbolFeed feed, SymbolFeed.PublicTrade trade, long nowMs) {
        JsonWriter json = event("aggTrade", nowMs);
        if (futures) {
            json.field("a", trade.id()).field("s", feed.spec.symbol());
        } else {
            json.field("s", feed.spec.symbol()).field("a", trade.id());
        }
        json.field("p", feed.spec.price(trade.price())).field("q", feed.spec.quantity(trade.quantity()));
        if (modern) {
            json.field("nq", feed.spec.quantity(trade.quantity()));
        }
        json.field("f", trade.id())
                .field("l", trade.id())
                .field("T", trade.timeMs())
                .field("m", trade.isBuyerMaker());
        return (futures ? stamped(json) : json.field("M", true)).end().toString();
    }

    String bookTicker(SymbolFeed feed, Quote quote, long nowMs) {
        JsonWriter json = new JsonWriter().object();
        if (futures) {
            json.field("e", "bookTicker");
        }
        json.field("u", quote.updateId()).field("s", feed.spec.symbol());
        if (modern) {
            json.field("ps", feed.spec.symbol());
        }
        json.field("b", feed.spec.price(quote.bidPrice()))
                .field("B", feed.spec.quantity(quote.bidQuantity()))
                .field("a", feed.spec.price(quote.askPrice()))
                .field("A", feed.spec.quantity(quote.askQuantity()));
        if (futures) {
            stamped(json.field("T", nowMs).field("E", nowMs));
        }
        return json.end().toString();
    }

    String depth(SymbolFeed feed, DepthDiff diff, long nowMs) {
        JsonWriter json = event("depthUpdate", nowMs);
        if (futures) {
            json.field("T", nowMs);
        }
        json.field("s", feed.spec.symbol());
        if (modern) {
            json.field("ps", feed.spec.symbol());
        }
        json.field("U", diff.firstId()).field("u", diff.lastId());
        if (futures) {
            json.field("pu", diff.previousLastId());
        }
        changes(json.name("b"), feed, diff.bids());
        changes(json.name("a"), feed, diff.asks());
        return stamped(json).end().toString();
    }

    String partialDepth(SymbolFeed feed, int levels, long previousId, long nowMs) {
        JsonWriter json = futures ? event("depthUpdate", nowMs) : new JsonWriter().object();
        if (futures) {
            json.field("T", nowMs).field("s", feed.spec.symbol());
            paired(json, feed)
                    .field("U", feed.updateId())
                    .field("u", feed.updateId())
                    .field("pu", previousId);
        } else {
            json.field("lastUpdateId", feed.updateId());
        }
        side(json.name(futures ? "b" : "bids"), feed, false, levels);
        side(json.name(futures ? "a" : "asks"), feed, true, levels);
        return stamped(json).end().toString();
    }

    String kline(SymbolFeed feed, String interval, Candle candle, boolean closed, long nowMs) {
        SymbolSpec spec = feed.spec;
        return event("kline", nowMs)
                .field("s", spec.symbol())
                .name("k")
                .object()
                .field("t", candle.openTimeMs)
                .field("T", candle.closeTimeMs)
                .field("s", spec.symbol())
                .field("i", interval)
                .field("f", candle.firstTradeId)
                .field("L", candle.lastTradeId)
                .field("o", spec.price(candle.open))
                .field("c", spec.price(candle.close))
                .field("h", spec.price(candle.high))
                .field("l", spec.price(candle.low))
                .field("v", spec.quantity(candle.volume))
                .field("n", candle.trades)
                .field("x", closed)
                .field("q", Decimals.padded(candle.quoteVolume, futures ? 5 : 8))
                .field("V", spec.quantity(candle.takerBuyVolume))
                .field("Q", Decimals.padded(candle.takerBuyQuoteVolume, futures ? 5 : 8))
                .field("B", "0")
                .end()
                .end()
                .toString();
    }

    String miniTicker(SymbolFeed feed, Candle day, long nowMs) {
        SymbolSpec spec = feed.spec;
        return event("24hrMiniTicker", nowMs)
                .field("s", spec.symbol())
                .field("c", spec.price(feed.lastPrice))
                .field("o", spec.price(day.open))
                .field("h", spec.price(day.high))
                .field("l", spec.price(day.low))
                .field("v", spec.quantity(day.volume))
                .field("q", Decimals.padded(day.quoteVolume, 8))
                .end()
                .toString();
    }

    String ticker(SymbolFeed feed, Candle day, long nowMs) {
        SymbolSpec spec = feed.spec;
        JsonWriter json = event("24hrTicker", nowMs)
                .field("s", spec.symbol())
                .field("p", spec.price(feed.lastPrice - day.open))
                .field("P", Decimals.padded(percent(feed.lastPrice - day.open, day.open), 3))
                .field("w", spec.price(mean(day)))
                .field("c", spec.price(feed.lastPrice))
                .field("Q", spec.quantity(feed.lastQuantity()));
        if (!futures) {
            json.field("b", spec.price(feed.book.bidPrice(0)))
                    .field("B", spec.quantity(feed.book.bidQuantity(0)))
                    .field("a", spec.price(feed.book.askPrice(0)))
                    .field("A", spec.quantity(feed.book.askQuantity(0)));
        }
        return json.field("o", spec.price(day.open))
                .field("h", spec.price(day.high))
                .field("l", spec.price(day.low))
                .field("v", spec.quantity(day.volume))
                .field("q", Decimals.padded(day.quoteVolume, 8))
                .field("O", day.openTimeMs)
                .field("C", nowMs)
                .field("F", day.firstTradeId)
                .field("L", day.lastTradeId)
                .field("n", day.trades)
                .end()
                .toString();
    }

    String averagePrice(SymbolFeed feed, Candle fiveMinutes, long nowMs) {
        return event("avgPrice", nowMs)
                .field("s", feed.spec.symbol())
                .field("i", "5m")
                .field("w", feed.spec.price(mean(fiveMinutes)))
                .field("T", nowMs)
                .end()
                .toString();
    }

    /** Mean price by volume, quote currency, E8; the close where nothing traded. */
    static long mean(Candle candle) {
        return candle.volume == 0
                ? candle.close
                : FixedPoint.divide(candle.quoteVolume, candle.volume, RoundingMode.HALF_EVEN);
    }

    /** A part as a percentage of a whole, E8. */
    static long percent(long part, long whole) {
        return FixedPoint.multiplyDivide(part, 100 * FixedPoint.ONE, whole, RoundingMode.HALF_EVEN);
    }

    String markPrice(SymbolFeed feed, long nowMs) {
        JsonWriter json = event("markPriceUpdate", nowMs)
                .field("s", feed.spec.symbol())
                .field("p", Decimals.padded(feed.markPrice(), 8));
        if (modern) {
            json.field("ap", Decimals.padded(feed.markPrice(), 8));
        }
        json.field("P", Decimals.padded(feed.indexPrice(), 8))
                .field("i", Decimals.padded(feed.indexPrice(), 8))
                .field("r", Decimals.padded(feed.fundingRate, 8))
                .field("T", feed.nextFundingMs);
        return stamped(json).end().toString();
    }

    /** Adds which of the two futures products it is about, where payloads say so. */
    private JsonWriter stamped(JsonWriter json) {
        return modern ? json.field("st", 1) : json;
    }

    private JsonWriter paired(JsonWriter json, SymbolFeed feed) {
        return modern ? json.field("ps", feed.spec.symbol()) : json;
    }

    String forceOrder(SymbolFeed feed, boolean buys, long price, long quantity, long nowMs) {
        SymbolSpec spec = feed.spec;
        JsonWriter json = event("forceOrder", nowMs)
                .name("o")
                .object()
                .field("s", spec.symbol())
                .field("S", buys ? "BUY" : "SELL")
                .field("o", "LIMIT")
                .field("f", "IOC")
                .field("q", spec.quantity(quantity))
                .field("p", spec.price(price))
                .field("ap", spec.price(price))
                .field("X", "FILLED")
                .field("l", spec.quantity(quantity))
                .field("z", spec.quantity(quantity))
                .field("T", nowMs);
        return stamped(paired(json, feed)).end().end().toString();
    }

    /** Writes the best levels of a side as an array of price and quantity. */
    static void side(JsonWriter json, SymbolFeed feed, boolean asks, int levels) {
        OrderBook book = feed.book;
        IntToLongFunction price = asks ? book::askPrice : book::bidPrice;
        IntToLongFunction quantity = asks ? book::askQuantity : book::bidQuantity;
        int count = Math.min(levels, asks ? book.askLevels() : book.bidLevels());
        json.array();
        for (int i = 0; i < count; i++) {
            level(json, feed.spec, price.applyAsLong(i), quantity.applyAsLong(i));
        }
        json.end();
    }

    private static void changes(JsonWriter json, SymbolFeed feed, Map<Long, Long> changes) {
        json.array();
        changes.forEach((price, quantity) -> level(json, feed.spec, price, quantity));
        json.end();
    }

    private static void level(JsonWriter json, SymbolSpec spec, long price, long quantity) {
        json.array().text(spec.price(price)).text(spec.quantity(quantity)).end();
    }

    private static JsonWriter event(String type, long nowMs) {
        return new JsonWriter().object().field("e", type).field("E", nowMs);
    }
}
