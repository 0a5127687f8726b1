package io.lockstep.gateway.binance.reference;

import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.gateway.binance.reference.ExchangeInfo.RateLimit;
import io.lockstep.gateway.binance.reference.SymbolRules.LotLimits;
import io.lockstep.gateway.binance.reference.SymbolRules.NotionalLimits;
import io.lockstep.gateway.binance.reference.SymbolRules.OrderCounts;
import io.lockstep.gateway.binance.reference.SymbolRules.PercentPrice;
import io.lockstep.gateway.binance.reference.SymbolRules.PriceLimits;
import io.lockstep.gateway.binance.reference.SymbolRules.TrailingLimits;
import io.lockstep.transport.json.JsonFormatException;
import io.lockstep.transport.json.JsonValue;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code exchangeInfo} of both venues, of REST or WS-API.
 *
 * <p>Binance Spot API, "Exchange information" and "Filters"; USDⓈ-M Futures, "Exchange Information", read 2026-11.
 */
public final class ExchangeInfoParser {
    private static final JsonValue NOTHING = JsonValue.parse("{}");

    private ExchangeInfoParser() {}

    /**
     * Reads an answer's payload.
     *
     * @throws JsonFormatException if something is missing that an order would need
     */
    public static ExchangeInfo parse(Product product, JsonValue payload) {
        List<RateLimit> limits = payload.get("rateLimits").elements().stream()
                .map(ExchangeInfoParser::rateLimit)
                .toList();
        List<SymbolRules> symbols = payload.get("symbols").elements().stream()
                .map(symbol -> symbol(product, symbol))
                .toList();
        return new ExchangeInfo(product, payload.number("serverTime"), limits, symbols);
    }

    private static RateLimit rateLimit(JsonValue limit) {
        long unitSeconds = switch (limit.text("interval")) {
            case "SECOND" -> 1;
            case "MINUTE" -> 60;
            case "HOUR" -> 3_600;
            case "DAY" -> 86_400;
            default -> throw new JsonFormatException("unknown interval: value=" + limit.text("interval"));
        };
        return new RateLimit(
                limit.text("rateLimitType"), limit.number("intervalNum") * unitSeconds, limit.number("limit"));
    }

    private static SymbolRules symbol(Product product, JsonValue symbol) {
        Map<String, JsonValue> filters = new HashMap<>();
        symbol.get("filters").elements().forEach(filter -> filters.put(filter.text("filterType"), filter));
        String name = symbol.text("symbol");
        String status = symbol.text("status", symbol.text("contractStatus", ""));
        LotLimits lot = lot(require(filters, "LOT_SIZE", name));
        JsonValue marketLot = filters.get("MARKET_LOT_SIZE");
        return new SymbolRules(
                product,
                name,
                assetClass(product, symbol),
                status(status),
                status,
                symbol.text("baseAsset"),
                symbol.text("quoteAsset"),
                price(require(filters, "PRICE_FILTER", name)),
                lot,
                marketLot == null ? lot : lot(marketLot),
                notional(filters),
                percentPrice(filters),
                counts(filters),
                trailing(filters.getOrDefault("TRAILING_DELTA", NOTHING)),
                Bounds.upper(filters.getOrDefault("MAX_POSITION", NOTHING), "maxPosition"),
                texts(symbol, "orderTypes"),
                texts(symbol, "timeInForce"),
                texts(symbol, "allowedSelfTradePreventionModes"),
                flags(symbol));
    }

    private static AssetClass assetClass(Product product, JsonValue symbol) {
        if (product == Product.SPOT) {
            return AssetClass.SPOT;
        }
        return symbol.text("contractType", "").endsWith("PERPETUAL") ? AssetClass.PERPETUAL : AssetClass.FUTURE;
    }

    /** A word not known here is taken as closed: no new order is the safe reading. */
    static TradingStatusKind status(String text) {
        return switch (text) {
            case "TRADING" -> TradingStatusKind.TRADING;
            case "HALT", "BREAK" -> TradingStatusKind.HALTED;
            case "CANCEL_ONLY" -> TradingStatusKind.CANCEL_ONLY;
            case "PENDING_TRADING", "PRE_TRADING" -> TradingStatusKind.PRE_OPEN;
            case "AUCTION_MATCH" -> TradingStatusKind.AUCTION;
            default -> TradingStatusKind.CLOSED;
        };
    }

    private static PriceLimits price(JsonValue filter) {
        return new PriceLimits(
                Bounds.lower(filter, "minPrice"), Bounds.upper(filter, "maxPrice"), Bounds.exact(filter, "tickSize"));
    }

    private static LotLimits lot(JsonValue filter) {
        return new LotLimits(
                Bounds.lower(filter, "minQty"), Bounds.upper(filter, "maxQty"), Bounds.exact(filter, "stepSize"));
    }

    /** Three shapes: NOTIONAL and the older MIN_NOTIONAL on spot, MIN_NOTIONAL with another key on futures. */
    private static NotionalLimits notional(Map<String, JsonValue> filters) {
        JsonValue filter = filters.getOrDefault("NOTIONAL", filters.getOrDefault("MIN_NOTIONAL", NOTHING));
        String least = filter.has("notional") ? "notional" : "minNotional";
        boolean futures = filter.has("notional");
        return new NotionalLimits(
                Bounds.lower(filter, least),
                Bounds.upper(filter, "maxNotional"),
                futures || filter.flag("applyMinToMarket", filter.flag("applyToMarket", false)),
                filter.flag("applyMaxToMarket", false),
                count(filter, "avgPriceMins"));
    }

    private static PercentPrice percentPrice(Map<String, JsonValue> filters) {
        JsonValue bySide = filters.get("PERCENT_PRICE_BY_SIDE");
        if (bySide != null) {
            return new PercentPrice(
                    Bounds.upper(bySide, "bidMultiplierUp"),
                    Bounds.lower(bySide, "bidMultiplierDown"),
                    Bounds.upper(bySide, "askMultiplierUp"),
                    Bounds.lower(bySide, "askMultiplierDown"),
                    count(bySide, "avgPriceMins"));
        }
        JsonValue both = filters.getOrDefault("PERCENT_PRICE", NOTHING);
        long up = Bounds.upper(both, "multiplierUp");
        long down = Bounds.lower(both, "multiplierDown");
        // futures: buys only have a highest price, sells only a lowest
        boolean oneSided = both.has("multiplierDecimal");
        return new PercentPrice(up, oneSided ? 0 : down, oneSided ? 0 : up, down, count(both, "avgPriceMins"));
    }

    private static OrderCounts counts(Map<String, JsonValue> filters) {
        return new OrderCounts(
                count(filters, "MAX_NUM_ORDERS", "maxNumOrders"),
                count(filters, "MAX_NUM_ALGO_ORDERS", "maxNumAlgoOrders"),
                count(filters, "MAX_NUM_ICEBERG_ORDERS", "maxNumIcebergOrders"),
                count(filters, "ICEBERG_PARTS", "limit"),
                count(filters, "MAX_NUM_ORDER_LISTS", "maxNumOrderLists"),
                count(filters, "MAX_NUM_ORDER_AMENDS", "maxNumOrderAmends"));
    }

    /** Futures name every count {@code limit}. */
    private static int count(Map<String, JsonValue> filters, String filter, String key) {
        JsonValue found = filters.getOrDefault(filter, NOTHING);
        return count(found, found.has(key) ? key : "limit");
    }

    private static TrailingLimits trailing(JsonValue filter) {
        return new TrailingLimits(
                count(filter, "minTrailingAboveDelta"),
                count(filter, "maxTrailingAboveDelta"),
                count(filter, "minTrailingBelowDelta"),
                count(filter, "maxTrailingBelowDelta"));
    }

    private static int count(JsonValue filter, String key) {
        return filter.has(key) ? Math.toIntExact(filter.number(key)) : 0;
    }

    private static Set<String> texts(JsonValue symbol, String key) {
        Set<String> texts = new LinkedHashSet<>();
        if (symbol.has(key)) {
            symbol.get(key).elements().forEach(element -> texts.add(element.text()));
        }
        return texts;
    }

    private static Set<String> flags(JsonValue symbol) {
        Set<String> flags = new LinkedHashSet<>();
        symbol.members().forEach((key, value) -> {
            if (!value.isNull() && value.toString().equals("true")) {
                flags.add(key);
            }
        });
        return flags;
    }

    private static JsonValue require(Map<String, JsonValue> filters, String filter, String symbol) {
        JsonValue found = filters.get(filter);
        if (found == null) {
            throw new JsonFormatException("filter missing: symbol=" + symbol + ", filter=" + filter);
        }
        return found;
    }
}
