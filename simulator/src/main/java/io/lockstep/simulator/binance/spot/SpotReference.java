package io.lockstep.simulator.binance.spot;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.simulator.binance.api.ApiCall;
import io.lockstep.simulator.binance.api.ApiError;
import io.lockstep.simulator.binance.api.Endpoint;
import io.lockstep.simulator.binance.api.EndpointTable;
import io.lockstep.simulator.binance.api.RateLimits;
import io.lockstep.simulator.binance.feed.Decimals;
import io.lockstep.simulator.binance.feed.PublicFeed;
import io.lockstep.simulator.binance.feed.SymbolFeed;
import io.lockstep.simulator.binance.feed.SymbolSpec;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.order.TradingRules;
import java.util.List;

/** Spot's exchange information: every symbol with the filters the core applies. */
final class SpotReference {
    private static final List<String> ORDER_TYPES = List.of(
            "LIMIT", "LIMIT_MAKER", "MARKET", "STOP_LOSS", "STOP_LOSS_LIMIT", "TAKE_PROFIT", "TAKE_PROFIT_LIMIT");
    private static final List<String> PREVENTION_MODES = List.of("NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH");

    private final PublicFeed feed;
    private final RateLimits limits;

    SpotReference(PublicFeed feed, RateLimits limits) {
        this.feed = feed;
        this.limits = limits;
    }

    void register(EndpointTable table) {
        Endpoint exchangeInfo = Endpoint.open(20, this::exchangeInfo);
        table.rest("GET /api/v3/exchangeInfo", exchangeInfo).socket("exchangeInfo", exchangeInfo);
    }

    private String exchangeInfo(ApiCall call) {
        JsonWriter json = new JsonWriter().object().field("timezone", "UTC").field("serverTime", call.nowMs());
        limits.describe(json.name("rateLimits"));
        json.name("exchangeFilters").array().end().name("symbols").array();
        String wanted = call.params().text("symbol", "");
        String several = call.params().text("symbols", "");
        if (!wanted.isEmpty() && feed.feed(wanted) == null) {
            throw ApiError.bad(-1121, "Invalid symbol.");
        }
        for (SymbolFeed each : feed.feeds()) {
            String symbol = each.spec().symbol();
            boolean named = wanted.isEmpty() || wanted.equals(symbol);
            if (named && (several.isEmpty() || several.contains("\"" + symbol + "\""))) {
                symbol(json, each.spec());
            }
        }
        return json.end().end().toString();
    }

    private static void symbol(JsonWriter json, SymbolSpec spec) {
        json.object()
                .field("symbol", spec.symbol())
                .field("status", "TRADING")
                .field("baseAsset", spec.instrument().baseAsset())
                .field("baseAssetPrecision", 8)
                .field("quoteAsset", spec.instrument().quoteAsset())
                .field("quotePrecision", 8)
                .field("quoteAssetPrecision", 8)
                .field("baseCommissionPrecision", 8)
                .field("quoteCommissionPrecision", 8);
        texts(json.name("orderTypes"), ORDER_TYPES);
        for (String off : List.of("icebergAllowed", "ocoAllowed", "otoAllowed", "opoAllowed")) {
            json.field(off, false);
        }
        json.field("quoteOrderQtyMarketAllowed", true)
                .field("allowTrailingStop", false)
                .field("cancelReplaceAllowed", true)
                .field("amendAllowed", true)
                .field("pegInstructionsAllowed", false)
                .field("isSpotTradingAllowed", true)
                .field("isMarginTradingAllowed", false)
                .name("filters")
                .array();
        filters(json, spec);
        json.end().name("permissions").array().end().name("permissionSets").array();
        texts(json, List.of("SPOT"));
        json.end().field("defaultSelfTradePreventionMode", "EXPIRE_MAKER");
        texts(json.name("allowedSelfTradePreventionModes"), PREVENTION_MODES);
        json.end();
    }

    private static void filters(JsonWriter json, SymbolSpec spec) {
        Instrument instrument = spec.instrument();
        TradingRules rules = spec.rules();
        filter(json, "PRICE_FILTER")
                .field("minPrice", spec.price(instrument.tickSize()))
                .field("maxPrice", spec.price(1_000_000L * 100_000_000L))
                .field("tickSize", spec.price(instrument.tickSize()))
                .end();
        filter(json, "LOT_SIZE")
                .field("minQty", spec.quantity(instrument.minQuantity()))
                .field("maxQty", spec.quantity(instrument.maxQuantity()))
                .field("stepSize", spec.quantity(instrument.lotSize()))
                .end();
        filter(json, "MARKET_LOT_SIZE")
                .field("minQty", spec.quantity(0))
                .field("maxQty", spec.quantity(rules.marketMaxQuantity()))
                .field("stepSize", spec.quantity(0))
                .end();
        filter(json, "PERCENT_PRICE_BY_SIDE")
                .field("bidMultiplierUp", Decimals.plain(rules.buyUp()))
                .field("bidMultiplierDown", Decimals.plain(rules.buyDown()))
                .field("askMultiplierUp", Decimals.plain(rules.sellUp()))
                .field("askMultiplierDown", Decimals.plain(rules.sellDown()))
                .field("avgPriceMins", 5)
                .end();
        filter(json, "NOTIONAL")
                .field("minNotional", Decimals.padded(instrument.minNotional(), 8))
                .field("applyMinToMarket", true)
                .field("maxNotional", Decimals.padded(rules.maxNotional(), 8))
                .field("applyMaxToMarket", true)
                .field("avgPriceMins", 5)
                .end();
        filter(json, "MAX_NUM_ORDERS")
                .field("maxNumOrders", rules.maxOpenOrders())
                .end();
        filter(json, "MAX_NUM_ORDER_AMENDS").field("maxNumOrderAmends", 10).end();
    }

    private static JsonWriter filter(JsonWriter json, String type) {
        return json.object().field("filterType", type);
    }

    private static void texts(JsonWriter json, List<String> texts) {
        json.array();
        texts.forEach(json::text);
        json.end();
    }
}
