package io.lockstep.simulator.binance.usdm;

import io.lockstep.engine.book.OrderBook;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.simulator.binance.api.ApiError;
import io.lockstep.simulator.binance.api.Params;
import io.lockstep.simulator.binance.trade.ApiOrder;
import io.lockstep.simulator.binance.trade.CommonParams;
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
        order.terms().type(params.text("type"));
        if (CONDITIONAL.containsKey(order.terms().type())) {
            throw ApiError.bad(
                    -4120,
                    "Order type not supported for this endpoint. Please use the Algo Order API endpoints instead.");
        }
        boolean limit = order.terms().type().equals("LIMIT");
        if (!limit && !order.terms().type().equals("MARKET")) {
            throw ApiError.bad(-1116, "Invalid orderType.");
        }
        common(params, order);
        params.text("quantity");
        order.terms().price(limit ? limitPrice(params, order, book) : 0);
        order.terms().timeInForce(limit ? timeInForce(params, order) : "GTC");
        return request(order, limit ? OrderType.LIMIT : OrderType.MARKET);
    }

    /**
     * Fills a conditional order and its request from parameters.
     *
     * @throws ApiError if they do not fit together
     */
    static OrderRequest conditional(Params params, ApiOrder order) {
        order.terms().algoType(params.text("type"));
        OrderType type = CONDITIONAL.get(order.terms().algoType());
        if (type == null) {
            throw ApiError.bad(-1116, "Invalid orderType.");
        }
        common(params, order);
        boolean limit = type == OrderType.STOP_LIMIT || type == OrderType.TAKE_PROFIT_LIMIT;
        order.terms().type(limit ? "LIMIT" : "MARKET");
        order.terms().timeInForce(known(params.text("timeInForce", "GTC")));
        order.terms().closePosition(params.flag("closePosition"));
        order.terms().workingType(params.text("workingType", "CONTRACT_PRICE"));
        order.terms().price(limit ? required(params, "price") : 0);
        if (!order.terms().closesPosition()) {
            params.text("quantity");
        }
        OrderRequest request = request(order, type).closePosition(order.terms().closesPosition());
        return type == OrderType.TRAILING_STOP ? trailing(params, order, request) : stop(params, order, request);
    }

    private static OrderRequest stop(Params params, ApiOrder order, OrderRequest request) {
        boolean current = params.has("triggerPrice");
        order.terms().stopPrice(current ? params.decimal("triggerPrice", 0) : required(params, "stopPrice"));
        return request.stopPrice(order.terms().stopPrice());
    }

    private static OrderRequest trailing(Params params, ApiOrder order, OrderRequest request) {
        long percent = required(params, "callbackRate");
        if (percent < FixedPoint.ONE / 10 || percent > 10 * FixedPoint.ONE) {
            throw ApiError.bad(-2007, "Invalid callBack rate.");
        }
        long activation = params.has("activatePrice")
                ? params.decimal("activatePrice", 0)
                : params.decimal("activationPrice", FixedPoint.NULL);
        order.terms().callbackRate(percent);
        order.terms().stopPrice(activation == FixedPoint.NULL ? 0 : activation);
        return request.trailRate(percent / 100).stopPrice(activation);
    }

    private static void common(Params params, ApiOrder order) {
        if (!params.text("positionSide", "BOTH").equals("BOTH")) {
            throw ApiError.bad(-4061, "Order's position side does not match user's setting.");
        }
        order.terms().side(CommonParams.side(params));
        order.terms().quantity(params.decimal("quantity", 0));
        order.terms().reduceOnly(params.flag("reduceOnly"));
        order.terms().selfTradePrevention(params.text("selfTradePreventionMode", "EXPIRE_MAKER"));
    }

    private static OrderRequest request(ApiOrder order, OrderType type) {
        return new OrderRequest()
                .reset(order.accountId(), order.spec().instrument().id(), order.orderId())
                .side(order.terms().side(), order.terms().quantity())
                .type(type)
                .price(
                        order.terms().price() == 0
                                ? FixedPoint.NULL
                                : order.terms().price())
                .timeInForce(TimeInForce.valueOf(order.terms().timeInForce()))
                .expireNs(
                        order.terms().goodTillMs() == 0
                                ? FixedPoint.NULL
                                : order.terms().goodTillMs() * NS_PER_MS)
                .reduceOnly(order.terms().isReduceOnly())
                .triggerSource(
                        order.terms().workingType().equals("MARK_PRICE") ? TriggerSource.MARK : TriggerSource.LAST)
                .selfTradePrevention(CommonParams.prevention(order.terms().selfTradePrevention()));
    }

    private static String timeInForce(Params params, ApiOrder order) {
        String timeInForce = known(params.text("timeInForce"));
        if (timeInForce.equals("GTD")) {
            params.text("goodTillDate");
            order.terms().goodTillMs(params.number("goodTillDate", 0) / 1_000 * 1_000);
            if (order.terms().goodTillMs() <= order.timeMs() + LEAST_GOOD_TILL_MS) {
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
