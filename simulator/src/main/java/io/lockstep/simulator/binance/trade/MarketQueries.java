package io.lockstep.simulator.binance.trade;

import io.lockstep.simulator.binance.api.ApiCall;
import io.lockstep.simulator.binance.api.ApiError;
import io.lockstep.simulator.binance.api.Endpoint;
import io.lockstep.simulator.binance.api.Endpoint.Security;
import io.lockstep.simulator.binance.api.EndpointTable;
import io.lockstep.simulator.binance.api.Params;
import io.lockstep.simulator.binance.api.Product;
import io.lockstep.simulator.binance.feed.Candles;
import io.lockstep.simulator.binance.feed.MarketForms;
import io.lockstep.simulator.binance.feed.PublicFeed;
import io.lockstep.simulator.binance.feed.SymbolFeed;
import io.lockstep.simulator.json.JsonReader;
import io.lockstep.simulator.json.JsonValue;
import io.lockstep.simulator.json.JsonValue.JsonArray;
import io.lockstep.simulator.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Public queries both products have: time, depth, trades, candles, tickers. */
public final class MarketQueries {
    private final Product product;
    private final PublicFeed feed;

    /** Queries of a product's public data. */
    public MarketQueries(Product product, PublicFeed feed) {
        this.product = product;
        this.feed = feed;
    }

    /** Adds the endpoints to a table. */
    public void register(EndpointTable table) {
        String base = product.isFutures() ? "/fapi/v1" : "/api/v3";
        Endpoint depth = new Endpoint(Security.NONE, this::depthWeight, false, this::depth);
        Endpoint price = Endpoint.open(2, call -> each(call, MarketForms::price));
        Endpoint book = Endpoint.open(2, call -> each(call, MarketForms::bookTicker));
        Endpoint day = Endpoint.open(
                2, call -> each(call, (json, symbol) -> MarketForms.dayTicker(json, symbol, call.nowMs())));
        Endpoint trades = Endpoint.open(25, this::trades);
        Endpoint klines = Endpoint.open(2, this::klines);
        Endpoint ping = Endpoint.open(1, call -> "{}");
        Endpoint time = Endpoint.open(1, call -> "{\"serverTime\":" + call.nowMs() + "}");
        table.rest("GET " + base + "/ping", ping)
                .rest("GET " + base + "/time", time)
                .rest("GET " + base + "/depth", depth)
                .rest("GET " + base + "/trades", trades)
                .rest("GET " + base + "/historicalTrades", trades)
                .rest("GET " + base + "/aggTrades", Endpoint.open(4, this::aggTrades))
                .rest("GET " + base + "/klines", klines)
                .rest("GET " + base + "/ticker/price", price)
                .rest("GET " + base + "/ticker/bookTicker", book)
                .rest("GET " + base + "/ticker/24hr", day)
                .socket("ping", ping)
                .socket("time", time)
                .socket("depth", depth)
                .socket("klines", klines)
                .socket("trades.recent", trades)
                .socket("ticker.price", price)
                .socket("ticker.book", book)
                .socket("ticker.24hr", day);
        if (product.isFutures()) {
            table.rest("GET /fapi/v2/ticker/price", price)
                    .rest("GET /fapi/v1/continuousKlines", Endpoint.open(2, this::continuousKlines));
        } else {
            table.rest("GET /api/v3/avgPrice", Endpoint.open(2, this::averagePrice))
                    .rest("GET /api/v3/uiKlines", klines)
                    .rest("GET /api/v3/ticker/tradingDay", day)
                    .rest("GET /api/v3/ticker", day)
                    .socket("ticker", day)
                    .socket("uiKlines", klines)
                    .socket("ticker.tradingDay", day)
                    .socket("trades.historical", trades)
                    .socket("avgPrice", Endpoint.open(2, this::averagePrice));
        }
    }

    private int depthWeight(Params params) {
        long limit = params.number("limit", product.isFutures() ? 500 : 100);
        if (product.isFutures()) {
            return limit <= 50 ? 2 : limit <= 100 ? 5 : limit <= 500 ? 10 : 20;
        }
        return limit <= 100 ? 5 : limit <= 500 ? 25 : limit <= 1_000 ? 50 : 250;
    }

    private String depth(ApiCall call) {
        SymbolFeed symbol = Lookup.symbol(feed, call.params());
        int most = product.isFutures() ? 1_000 : 5_000;
        int limit = (int) Math.min(most, call.params().number("limit", product.isFutures() ? 500 : 100));
        JsonWriter json = new JsonWriter().object().field("lastUpdateId", symbol.updateId());
        if (product.isFutures()) {
            json.field("E", call.nowMs()).field("T", call.nowMs());
        }
        MarketForms.levels(json, symbol, limit);
        return json.end().toString();
    }

    private String trades(ApiCall call) {
        SymbolFeed symbol = Lookup.symbol(feed, call.params());
        JsonWriter json = new JsonWriter().array();
        lastTrades(symbol, call.params()).forEach(trade -> MarketForms.trade(json, symbol, trade));
        return json.end().toString();
    }

    private String aggTrades(ApiCall call) {
        SymbolFeed symbol = Lookup.symbol(feed, call.params());
        JsonWriter json = new JsonWriter().array();
        lastTrades(symbol, call.params()).forEach(trade -> MarketForms.aggTrade(json, symbol, trade));
        return json.end().toString();
    }

    private static List<SymbolFeed.PublicTrade> lastTrades(SymbolFeed symbol, Params params) {
        List<SymbolFeed.PublicTrade> all = new ArrayList<>();
        symbol.trades().forEach(all::add);
        int limit = (int) Math.max(1, Math.min(1_000, params.number("limit", 500)));
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    private String klines(ApiCall call) {
        return klines(call, Lookup.symbol(feed, call.params()));
    }

    /** Names a pair instead of a symbol; every pair has one perpetual here. */
    private String continuousKlines(ApiCall call) {
        SymbolFeed symbol = feed.feed(call.params().text("pair"));
        if (symbol == null || !call.params().text("contractType").equals("PERPETUAL")) {
            throw ApiError.bad(-1121, "Invalid symbol.");
        }
        return klines(call, symbol);
    }

    private static String klines(ApiCall call, SymbolFeed symbol) {
        Params params = call.params();
        String interval = params.text("interval");
        if (!Candles.isInterval(interval)) {
            throw ApiError.bad(-1120, "Invalid interval.");
        }
        int limit = (int) Math.max(1, Math.min(1_500, params.number("limit", 500)));
        JsonWriter json = new JsonWriter().array();
        symbol.candles()
                .last(
                        interval,
                        limit,
                        params.number("startTime", 0),
                        params.number("endTime", Long.MAX_VALUE),
                        call.nowMs())
                .forEach(candle -> MarketForms.kline(json, symbol, candle));
        return json.end().toString();
    }

    private String averagePrice(ApiCall call) {
        SymbolFeed symbol = Lookup.symbol(feed, call.params());
        return new JsonWriter()
                .object()
                .field("mins", 5)
                .field("price", symbol.spec().price(symbol.lastPrice()))
                .field("closeTime", call.nowMs())
                .end()
                .toString();
    }

    /** One symbol as an object, several or all as an array. */
    private String each(ApiCall call, BiConsumer<JsonWriter, SymbolFeed> form) {
        JsonWriter json = new JsonWriter();
        if (call.params().has("symbol")) {
            form.accept(json, Lookup.symbol(feed, call.params()));
            return json.toString();
        }
        List<SymbolFeed> chosen =
                call.params().has("symbols") ? named(call.params().text("symbols")) : feed.feeds();
        json.array();
        chosen.forEach(symbol -> form.accept(json, symbol));
        return json.end().toString();
    }

    private List<SymbolFeed> named(String symbols) {
        List<SymbolFeed> chosen = new ArrayList<>();
        if (JsonReader.read(symbols) instanceof JsonArray array) {
            for (JsonValue item : array.items()) {
                SymbolFeed symbol = feed.feed(String.valueOf(item.scalar()));
                if (symbol == null) {
                    throw ApiError.bad(-1121, "Invalid symbol.");
                }
                chosen.add(symbol);
            }
        }
        return chosen;
    }
}
