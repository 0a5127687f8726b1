package io.lockstep.simulator.binance.usdm;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.simulator.binance.api.ApiCall;
import io.lockstep.simulator.binance.api.Endpoint;
import io.lockstep.simulator.binance.api.EndpointTable;
import io.lockstep.simulator.binance.api.RateLimits;
import io.lockstep.simulator.binance.feed.Decimals;
import io.lockstep.simulator.binance.feed.PublicFeed;
import io.lockstep.simulator.binance.feed.SymbolFeed;
import io.lockstep.simulator.binance.feed.SymbolSpec;
import io.lockstep.simulator.binance.trade.Lookup;
import io.lockstep.simulator.json.JsonWriter;
import java.util.List;

/** USDⓈ-M's exchange information, mark prices and funding. */
final class UsdmReference {
    private static final List<String> ORDER_TYPES = List.of(
            "LIMIT", "MARKET", "STOP", "STOP_MARKET", "TAKE_PROFIT", "TAKE_PROFIT_MARKET", "TRAILING_STOP_MARKET");

    private final PublicFeed feed;
    private final RateLimits limits;

    UsdmReference(PublicFeed feed, RateLimits limits) {
        this.feed = feed;
        this.limits = limits;
    }

    void register(EndpointTable table) {
        table.rest("GET /fapi/v1/exchangeInfo", Endpoint.open(1, this::exchangeInfo))
                .rest("GET /fapi/v1/premiumIndex", Endpoint.open(1, this::premiumIndex))
                .rest("GET /fapi/v1/fundingRate", Endpoint.open(0, this::fundingRate))
                .rest("GET /fapi/v1/openInterest", Endpoint.open(1, this::openInterest))
                .rest("GET /fapi/v1/fundingInfo", Endpoint.open(0, call -> "[]"));
    }

    private String exchangeInfo(ApiCall call) {
        JsonWriter json = new JsonWriter()
                .object()
                .field("timezone", "UTC")
                .field("serverTime", call.nowMs())
                .field("futuresType", "U_MARGINED");
        limits.describe(json.name("rateLimits"));
        json.name("exchangeFilters")
                .array()
                .end()
                .name("assets")
                .array()
                .object()
                .field("asset", "USDT")
                .field("marginAvailable", true)
                .field("autoAssetExchange", "-100")
                .end()
                .end()
                .name("symbols")
                .array();
        feed.feeds().forEach(each -> symbol(json, each.spec()));
        return json.end().end().toString();
    }

    private static void symbol(JsonWriter json, SymbolSpec spec) {
        json.object()
                .field("symbol", spec.symbol())
                .field("pair", spec.symbol())
                .field("contractType", "PERPETUAL")
                .field("deliveryDate", 4133404802000L)
                .field("onboardDate", 1569398400000L)
                .field("status", "TRADING")
                .field("maintMarginPercent", "2.5000")
                .field("requiredMarginPercent", "5.0000")
                .field("baseAsset", spec.instrument().baseAsset())
                .field("quoteAsset", "USDT")
                .field("marginAsset", "USDT")
                .field("pricePrecision", spec.priceDecimals())
                .field("quantityPrecision", spec.quantityDecimals())
                .field("baseAssetPrecision", 8)
                .field("quotePrecision", 8)
                .field("underlyingType", "COIN")
                .name("underlyingSubType")
                .array()
                .end()
                .field("triggerProtect", "0.0500")
                .field("liquidationFee", "0.012500")
                .field("marketTakeBound", "0.05")
                .field("maxMoveOrderLimit", 10_000)
                .name("filters")
                .array();
        filters(json, spec);
        json.end();
        texts(json.name("orderTypes"), ORDER_TYPES);
        texts(json.name("timeInForce"), List.of("GTC", "IOC", "FOK", "GTX", "GTD"));
        json.end();
    }

    private static void filters(JsonWriter json, SymbolSpec spec) {
        Instrument instrument = spec.instrument();
        filter(json, "PRICE_FILTER")
                .field("minPrice", spec.price(instrument.tickSize()))
                .field("maxPrice", "1000000")
                .field("tickSize", spec.price(instrument.tickSize()))
                .end();
        filter(json, "LOT_SIZE")
                .field("minQty", spec.quantity(instrument.minQuantity()))
                .field("maxQty", Decimals.plain(instrument.maxQuantity()))
                .field("stepSize", spec.quantity(instrument.lotSize()))
                .end();
        filter(json, "MARKET_LOT_SIZE")
                .field("minQty", spec.quantity(instrument.minQuantity()))
                .field("maxQty", Decimals.plain(spec.rules().marketMaxQuantity()))
                .field("stepSize", spec.quantity(instrument.lotSize()))
                .end();
        filter(json, "MAX_NUM_ORDERS")
                .field("limit", spec.rules().maxOpenOrders())
                .end();
        filter(json, "MIN_NOTIONAL")
                .field("notional", Decimals.plain(instrument.minNotional()))
                .end();
        filter(json, "PERCENT_PRICE")
                .field("multiplierUp", Decimals.padded(spec.rules().buyUp(), 4))
                .field("multiplierDown", Decimals.padded(spec.rules().sellDown(), 4))
                .field("multiplierDecimal", "4")
                .end();
    }

    private static JsonWriter filter(JsonWriter json, String type) {
        return json.object().field("filterType", type);
    }

    private static void texts(JsonWriter json, List<String> texts) {
        json.array();
        texts.forEach(json::text);
        json.end();
    }

    private String premiumIndex(ApiCall call) {
        JsonWriter json = new JsonWriter();
        if (call.params().has("symbol")) {
            premium(json, Lookup.symbol(feed, call.params()), call.nowMs());
            return json.toString();
        }
        json.array();
        feed.feeds().forEach(each -> premium(json, each, call.nowMs()));
        return json.end().toString();
    }

    private static void premium(JsonWriter json, SymbolFeed symbol, long nowMs) {
        json.object()
                .field("symbol", symbol.spec().symbol())
                .field("markPrice", Decimals.padded(symbol.markPrice(), 8))
                .field("indexPrice", Decimals.padded(symbol.indexPrice(), 8))
                .field("estimatedSettlePrice", Decimals.padded(symbol.indexPrice(), 8))
                .field("lastFundingRate", Decimals.padded(symbol.fundingRate(), 8))
                .field("interestRate", "0.00010000")
                .field("nextFundingTime", symbol.nextFundingMs())
                .field("time", nowMs)
                .end();
    }

    /** Nobody else holds positions here. */
    private String openInterest(ApiCall call) {
        SymbolFeed symbol = Lookup.symbol(feed, call.params());
        return new JsonWriter()
                .object()
                .field("symbol", symbol.spec().symbol())
                .field("openInterest", symbol.spec().quantity(0))
                .field("time", call.nowMs())
                .end()
                .toString();
    }

    private String fundingRate(ApiCall call) {
        SymbolFeed symbol = Lookup.symbol(feed, call.params());
        return new JsonWriter()
                .array()
                .object()
                .field("symbol", symbol.spec().symbol())
                .field("fundingTime", symbol.nextFundingMs() - 8 * 3_600_000L)
                .field("fundingRate", Decimals.padded(symbol.fundingRate(), 8))
                .field("markPrice", Decimals.padded(symbol.markPrice(), 8))
                .end()
                .end()
                .toString();
    }
}
