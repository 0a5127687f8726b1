package io.lockstep.simulator.alpaca.feed;

import io.lockstep.simulator.alpaca.api.ApiCall;
import io.lockstep.simulator.alpaca.api.ApiError;
import io.lockstep.simulator.alpaca.api.EndpointTable;
import io.lockstep.simulator.alpaca.api.Fields;
import io.lockstep.simulator.alpaca.market.Asset;
import io.lockstep.simulator.alpaca.market.AssetMarket;
import io.lockstep.simulator.alpaca.market.Bar;
import io.lockstep.simulator.alpaca.market.Market;
import io.lockstep.simulator.alpaca.market.NewsItem;
import io.lockstep.simulator.alpaca.market.Quote;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.wire.HttpReply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * History over REST, as far as the venue remembers: trades, quotes and bars of one symbol or of several, page by page, the latest of
 * each, snapshots and news.
 */
public final class HistoryEndpoints {
    private static final int MOST = 10_000;
    private static final int USUAL = 1_000;

    private final Market market;

    /** History of a market. */
    public HistoryEndpoints(Market market) {
        this.market = market;
    }

    /** Adds the endpoints to a table. */
    public void register(EndpointTable table) {
        table.add("GET /v2/stocks/*", this::stocks)
                .add("GET /v2/stocks/meta/exchanges", call -> HttpReply.of(200, MarketCodes.exchanges()))
                .add("GET /v2/stocks/meta/conditions/*", call -> HttpReply.of(200, MarketCodes.conditions(call.tail())))
                .add("GET /v1beta3/crypto/us/*", this::coins)
                .add("GET /v1beta1/news", this::news);
    }

    /** {@code kind}, {@code kind/latest} or {@code snapshots} of several symbols; the same behind a symbol for one. */
    private HttpReply stocks(ApiCall call) {
        String[] parts = call.tail().split("/", -1);
        HistoryKind first = HistoryKind.of(parts[0]);
        if (parts[0].equals("snapshots")) {
            return snapshots(symbols(call.query()), false);
        }
        if (first != null) {
            boolean latest = parts.length == 2 && parts[1].equals("latest");
            return several(first, symbols(call.query()), call, latest);
        }
        if (parts.length >= 2 && parts[1].equals("snapshot")) {
            return snapshots(List.of(require(parts[0])), true);
        }
        HistoryKind kind = parts.length >= 2 ? HistoryKind.of(parts[1]) : null;
        if (kind == null) {
            throw ApiError.notFound("endpoint not found");
        }
        return one(kind, require(parts[0]), call, parts.length == 3 && parts[2].equals("latest"));
    }

    /** {@code kind}, {@code latest/kind} or {@code snapshots} of several pairs. */
    private HttpReply coins(ApiCall call) {
        String tail = call.tail();
        boolean latest = tail.startsWith("latest/");
        HistoryKind kind = HistoryKind.of(latest ? tail.substring("latest/".length()) : tail);
        List<Asset> assets = symbols(call.query());
        if (tail.equals("snapshots")) {
            return HttpReply.of(
                    200, "{\"snapshots\":" + snapshots(assets, false).body() + "}");
        }
        if (tail.equals("latest/orderbooks")) {
            return books(assets);
        }
        if (kind == null) {
            throw ApiError.notFound("endpoint not found");
        }
        return several(kind, assets, call, latest);
    }

    private HttpReply several(HistoryKind kind, List<Asset> assets, ApiCall call, boolean latest) {
        JsonWriter json = new JsonWriter().object();
        if (latest) {
            json.name(kind.plural()).object();
            for (Asset asset : assets) {
                latest(json, asset.symbol(), kind, asset);
            }
            return HttpReply.of(200, json.end().end().toString());
        }
        HistoryPage page = page(kind, assets, call);
        json.name(kind.plural()).object();
        page.write(json);
        json.end().name("next_page_token").raw(page.nextToken()).end();
        return HttpReply.of(200, json.toString());
    }

    private HttpReply one(HistoryKind kind, Asset asset, ApiCall call, boolean latest) {
        JsonWriter json = new JsonWriter().object().field("symbol", asset.symbol());
        if (latest) {
            latest(json, kind.singular(), kind, asset);
            return HttpReply.of(200, json.end().toString());
        }
        HistoryPage page = page(kind, List.of(asset), call);
        json.name(kind.plural());
        page.writeOnly(json);
        json.name("next_page_token").raw(page.nextToken()).end();
        return HttpReply.of(200, json.toString());
    }

    private HistoryPage page(HistoryKind kind, List<Asset> assets, ApiCall call) {
        Fields query = call.query();
        boolean descending = query.text("sort", "asc").equals("desc");
        HistoryPage page = new HistoryPage(query.number("limit", USUAL, 1, MOST), query.text("page_token", ""));
        long from = query.time("start", Long.MIN_VALUE);
        long to = query.time("end", call.nowNs());
        String timeframe = query.text("timeframe", "1Min");
        for (int i = 0; i < assets.size(); i++) {
            Asset asset = assets.get(i);
            List<String> items = kind.items(market.of(asset), from, to, timeframe);
            page.add(i, asset.symbol(), items, descending);
        }
        return page;
    }

    private void latest(JsonWriter json, String name, HistoryKind kind, Asset asset) {
        String item = kind.latest(market.of(asset));
        if (item != null) {
            json.name(name).raw(item);
        }
    }

    private HttpReply snapshots(List<Asset> assets, boolean alone) {
        JsonWriter json = new JsonWriter();
        if (!alone) {
            json.object();
        }
        for (Asset asset : assets) {
            AssetMarket there = market.of(asset);
            if (!alone) {
                json.name(asset.symbol());
            }
            json.object();
            latest(json, "latestTrade", HistoryKind.TRADES, asset);
            latest(json, "latestQuote", HistoryKind.QUOTES, asset);
            latest(json, "minuteBar", HistoryKind.BARS, asset);
            day(json, "dailyBar", there.day());
            day(json, "prevDailyBar", there.previousDay());
            json.end();
        }
        return HttpReply.of(200, (alone ? json : json.end()).toString());
    }

    private static void day(JsonWriter json, String name, @Nullable Bar bar) {
        if (bar != null) {
            json.name(name).object();
            DataMessages.barFields(json, bar);
            json.end();
        }
    }

    private HttpReply books(List<Asset> assets) {
        JsonWriter json = new JsonWriter().object().name("orderbooks").object();
        for (Asset asset : assets) {
            Quote quote = market.of(asset).quote();
            json.name(asset.symbol()).object();
            DataMessages.bookFields(json, quote, quote, true);
            json.end();
        }
        return HttpReply.of(200, json.end().end().toString());
    }

    private HttpReply news(ApiCall call) {
        Fields query = call.query();
        List<String> symbols = names(query);
        JsonWriter json = new JsonWriter().object().name("news").array();
        List<NewsItem> items = new ArrayList<>(
                market.news().between(query.time("start", Long.MIN_VALUE), query.time("end", Long.MAX_VALUE)));
        if (!query.text("sort", "desc").equals("asc")) {
            Collections.reverse(items);
        }
        items.stream()
                .filter(item -> symbols.isEmpty() || item.symbols().stream().anyMatch(symbols::contains))
                .limit(query.number("limit", 10, 1, 50))
                .forEach(item -> {
                    json.object();
                    DataMessages.newsFields(json, item);
                    json.name("images").array().end().end();
                });
        json.end().name("next_page_token").nothing().end();
        return HttpReply.of(200, json.toString());
    }

    private List<Asset> symbols(Fields query) {
        List<String> names = names(query);
        if (names.isEmpty()) {
            throw new ApiError(400, 40010001, "symbols is required");
        }
        return names.stream().sorted().map(this::require).toList();
    }

    private static List<String> names(Fields query) {
        String symbols = query.text("symbols", "");
        return symbols.isEmpty() ? List.of() : List.of(symbols.split(",", -1));
    }

    private Asset require(String symbol) {
        Asset asset = market.assets().find(symbol);
        if (asset == null) {
            throw new ApiError(400, 40010001, "invalid symbol: " + symbol);
        }
        return asset;
    }
}
