package io.lockstep.simulator.binance.trade;

import io.lockstep.engine.book.OrderBook;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.simulator.binance.api.ApiError;
import io.lockstep.simulator.binance.api.Params;
import io.lockstep.simulator.order.OrderRequest;
import io.lockstep.simulator.order.TriggerSource;
import java.util.Map;
import java.util.Set;

/** Reads new USDⓈ-M orders, plain and conditional. (USDⓈ-M REST API, "New Order" and "New Algo Order".) */
final class UsdmOrderForm {
    private static final Map<String, OrderType> CONDITIONAL = Map.of(
            "STOP", OrderType.STOP_LIMIT,
            "STOP_MARKET", OrderType.STOP_MARKET,
            "TAKE_PROFIT", OrderType.TAKE_PROFIT_LIMIT,
            "TAKE_PROFIT_MARKET", OrderType.TAKE_PROFIT_MARKET,
            "TRAILING_STOP_MARKET", OrderType.TRAILING_STOP);
    private static final Set<String> TERMS = Set.of("GTC", "IOC", "FOK", "GTX", "GTD");
    private static final long NS_PER_MS = 1_000_000L;
    private static final long LEAST_GOOD_TILL_MS = 600_000;

    private UsdmOrderForm() {}

    /**
     * Fills a plain order and its request from parameters.
     *
     * @throws ApiError if they do not fit together; -4120 for conditional types, which have their own service
     */
    static OrderRequest plain(Params params, ApiOrder order, OrderBook book) {
        order.type = params.text("type");
        if (CONDITIONAL.containsKey(order.type)) {
            throw ApiError.bad(
                    -4120,
                    "Order type not supported for this endpoint. Please use the Algo Order API endpoints instead.");
        }
        boolean limit = order.type.equals("LIMIT");
        if (!limit && !order.type.equals("MARKET")) {
            throw ApiError.bad(-1116, "Invalid orderType.");
        }
        common(params, order);
        params.text("quantity");
        order.price = limit ? limitPrice(params, order, book) : 0;
        order.timeInForce = limit ? timeInForce(params, order) : "GTC";
        return request(order, limit ? OrderType.LIMIT : OrderType.MARKET);
    }

    /**
     * Fills a conditional order and its request from parameters.
     *
     * @throws ApiError if they do not fit together
     */
    static OrderRequest conditional(Params params, ApiOrder order) {
        order.algoType = params.text("type");
        OrderType type = CONDITIONAL.get(order.algoType);
        if (type == null) {
            throw ApiError.bad(-1116, "Invalid orderType.");
        }
        common(params, order);
        boolean limit = type == OrderType.STOP_LIMIT || type == OrderType.TAKE_PROFIT_LIMIT;
        order.type = limit ? "LIMIT" : "MARKET";
        order.timeInForce = known(params.text("timeInForce", "GTC"));
        order.closePosition = params.flag("closePosition");
        order.workingType = params.text("workingType", "CONTRACT_PRICE");
        order.price = limit ? required(params, "price") : 0;
        if (!order.closePosition) {
            params.text("quantity");
        }
        OrderRequest request = request(order, type).closePosition(order.closePosition);
        return type == OrderType.TRAILING_STOP ? trailing(params, order, request) : stop(params, order, request);
    }

    private static OrderRequest stop(Params params, ApiOrder order, OrderRequest request) {
        order.stopPrice =
                params.has("triggerPrice") ? params.decimal("triggerPrice", 0) : required(params, "stopPrice");
        return request.stopPrice(order.stopPrice);
    }

    private static OrderRequest trailing(Params params, ApiOrder order, OrderRequest request) {
        long percent = required(params, "callbackRate");
        if (percent < FixedPoint.ONE / 10 || percent > 10 * FixedPoint.ONE) {
            throw ApiError.bad(-2007, "Invalid callBack rate.");
        }
        long activation = params.has("activatePrice")
                ? params.decimal("activatePrice", 0)
                : params.decimal("activationPrice", FixedPoint.NULL);
        order.callbackRate = percent;
        order.stopPrice = activation == FixedPoint.NULL ? 0 : activation;
        return request.trailRate(percent / 100).stopPrice(activation);
    }

    private static void common(Params params, ApiOrder order) {
        if (!params.text("positionSide", "BOTH").equals("BOTH")) {
            throw ApiError.bad(-4061, "Order's position side does not match user's setting.");
        }
        order.side = SpotOrderForm.side(params);
        order.quantity = params.decimal("quantity", 0);
        order.reduceOnly = params.flag("reduceOnly");
        order.selfTradePrevention = params.text("selfTradePreventionMode", "EXPIRE_MAKER");
    }

    private static OrderRequest request(ApiOrder order, OrderType type) {
        return new OrderRequest()
                .reset(order.accountId, order.spec.instrument().id(), order.orderId)
                .side(order.side, order.quantity)
                .type(type)
                .price(order.price == 0 ? FixedPoint.NULL : order.price)
                .timeInForce(TimeInForce.valueOf(order.timeInForce))
                .expireNs(order.goodTillMs == 0 ? FixedPoint.NULL : order.goodTillMs * NS_PER_MS)
                .reduceOnly(order.reduceOnly)
                .triggerSource(order.workingType.equals("MARK_PRICE") ? TriggerSource.MARK : TriggerSource.LAST)
                .selfTradePrevention(SpotOrderForm.prevention(order.selfTradePrevention));
    }

    private static String timeInForce(Params params, ApiOrder order) {
        String timeInForce = known(params.text("timeInForce"));
        if (timeInForce.equals("GTD")) {
            params.text("goodTillDate");
            order.goodTillMs = params.number("goodTillDate", 0) / 1_000 * 1_000;
            if (order.goodTillMs <= order.timeMs + LEAST_GOOD_TILL_MS) {
                throw ApiError.bad(-5040, "goodTillDate must be greater than the current time plus 600 seconds.");
            }
        }
        return timeInForce;
    }

    private static String known(String timeInForce) {
        if (!TERMS.contains(timeInForce)) {
            throw ApiError.bad(-1115, "Invalid timeInForce.");
        }
        return timeInForce;
    }

    private static long limitPrice(Params params, ApiOrder order, OrderBook book) {
        String match = params.text("priceMatch", "NONE");
        if (match.equals("NONE")) {
            return required(params, "price");
        }
        boolean opponent = match.startsWith("OPPONENT");
        int depth = match.contains("_") ? Integer.parseInt(match.substring(match.indexOf('_') + 1)) - 1 : 0;
        boolean fromAsks = order.isBuy() == opponent;
        long price = fromAsks ? book.askPrice(depth) : book.bidPrice(depth);
        if (price == 0 || params.has("price")) {
            throw ApiError.bad(-5041, "No depth matches this price match, or a price was sent with it.");
        }
        return price;
    }

    private static long required(Params params, String name) {
        params.text(name);
        return params.decimal(name, 0);
    }
}
