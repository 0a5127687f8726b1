package io.lockstep.simulator.binance.spot;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.simulator.binance.api.ApiError;
import io.lockstep.simulator.binance.api.Params;
import io.lockstep.simulator.binance.trade.ApiOrder;
import io.lockstep.simulator.binance.trade.CommonParams;
import io.lockstep.simulator.order.OrderRequest;
import java.util.Map;
import java.util.Set;

/** Reads a new Spot order: which parameters each type must and must not have. (Spot REST API, "New order".) */
final class SpotOrderForm {
    private static final Map<String, OrderType> TYPES = Map.of(
            "LIMIT", OrderType.LIMIT,
            "LIMIT_MAKER", OrderType.LIMIT,
            "MARKET", OrderType.MARKET,
            "STOP_LOSS", OrderType.STOP_MARKET,
            "STOP_LOSS_LIMIT", OrderType.STOP_LIMIT,
            "TAKE_PROFIT", OrderType.TAKE_PROFIT_MARKET,
            "TAKE_PROFIT_LIMIT", OrderType.TAKE_PROFIT_LIMIT);
    private static final Set<String> TIMED = Set.of("LIMIT", "STOP_LOSS_LIMIT", "TAKE_PROFIT_LIMIT");

    private SpotOrderForm() {}

    /**
     * Fills an order and its request for the core from parameters.
     *
     * @throws ApiError if they do not fit together
     */
    static OrderRequest read(Params params, ApiOrder order) {
        order.terms().side(CommonParams.side(params));
        order.terms().type(params.text("type"));
        OrderType type = TYPES.get(order.terms().type());
        if (type == null) {
            throw ApiError.bad(-1116, "Invalid orderType.");
        }
        order.terms().timeInForce(timeInForce(params, order.terms().type()));
        order.terms().quantity(quantity(params, order.terms().type()));
        order.terms().quoteOrderQuantity(params.decimal("quoteOrderQty", 0));
        order.terms().price(price(params, order.terms().type()));
        order.terms().stopPrice(stopPrice(params, order.terms().type()));
        order.terms().selfTradePrevention(params.text("selfTradePreventionMode", "EXPIRE_MAKER"));
        return new OrderRequest()
                .reset(order.accountId(), order.spec().instrument().id(), order.orderId())
                .side(order.terms().side(), order.terms().quantity())
                .type(type)
                .price(
                        order.terms().price() == 0
                                ? FixedPoint.NULL
                                : order.terms().price())
                .stopPrice(
                        order.terms().stopPrice() == 0
                                ? FixedPoint.NULL
                                : order.terms().stopPrice())
                .timeInForce(
                        order.terms().type().equals("LIMIT_MAKER")
                                ? TimeInForce.GTX
                                : TimeInForce.valueOf(order.terms().timeInForce()))
                .selfTradePrevention(CommonParams.prevention(order.terms().selfTradePrevention()));
    }

    private static String timeInForce(Params params, String type) {
        if (!TIMED.contains(type)) {
            if (params.has("timeInForce")) {
                throw notRequired("timeInForce");
            }
            return "GTC";
        }
        String timeInForce = params.text("timeInForce");
        if (!Set.of("GTC", "IOC", "FOK").contains(timeInForce)) {
            throw ApiError.bad(-1115, "Invalid timeInForce.");
        }
        return timeInForce;
    }

    private static long quantity(Params params, String type) {
        boolean byQuote = type.equals("MARKET") && params.has("quoteOrderQty");
        if (!byQuote) {
            params.text("quantity");
        } else if (params.has("quantity")) {
            throw notRequired("quoteOrderQty");
        }
        return params.decimal("quantity", 0);
    }

    private static long price(Params params, String type) {
        boolean limited = TIMED.contains(type) || type.equals("LIMIT_MAKER");
        if (limited) {
            params.text("price");
        } else if (params.has("price")) {
            throw notRequired("price");
        }
        return params.decimal("price", 0);
    }

    private static long stopPrice(Params params, String type) {
        boolean conditional = type.startsWith("STOP_LOSS") || type.startsWith("TAKE_PROFIT");
        if (conditional) {
            params.text("stopPrice");
        } else if (params.has("stopPrice")) {
            throw notRequired("stopPrice");
        }
        return params.decimal("stopPrice", 0);
    }

    private static ApiError notRequired(String name) {
        return ApiError.bad(-1106, "Parameter '" + name + "' sent when not required.");
    }
}
