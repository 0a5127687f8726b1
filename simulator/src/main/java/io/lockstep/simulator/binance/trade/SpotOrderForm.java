package io.lockstep.simulator.binance.trade;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.simulator.binance.api.ApiError;
import io.lockstep.simulator.binance.api.Params;
import io.lockstep.simulator.order.OrderRequest;
import io.lockstep.simulator.order.SelfTradePrevention;
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
        order.side = side(params);
        order.type = params.text("type");
        OrderType type = TYPES.get(order.type);
        if (type == null) {
            throw ApiError.bad(-1116, "Invalid orderType.");
        }
        order.timeInForce = timeInForce(params, order.type);
        order.quantity = quantity(params, order.type);
        order.quoteOrderQuantity = params.decimal("quoteOrderQty", 0);
        order.price = price(params, order.type);
        order.stopPrice = stopPrice(params, order.type);
        order.selfTradePrevention = params.text("selfTradePreventionMode", "EXPIRE_MAKER");
        return new OrderRequest()
                .reset(order.accountId, order.spec.instrument().id(), order.orderId)
                .side(order.side, order.quantity)
                .type(type)
                .price(order.price == 0 ? FixedPoint.NULL : order.price)
                .stopPrice(order.stopPrice == 0 ? FixedPoint.NULL : order.stopPrice)
                .timeInForce(
                        order.type.equals("LIMIT_MAKER") ? TimeInForce.GTX : TimeInForce.valueOf(order.timeInForce))
                .selfTradePrevention(prevention(order.selfTradePrevention));
    }

    static Side side(Params params) {
        String side = params.text("side");
        if (!side.equals("BUY") && !side.equals("SELL")) {
            throw ApiError.bad(-1117, "Invalid side.");
        }
        return Side.valueOf(side);
    }

    static SelfTradePrevention prevention(String mode) {
        try {
            return SelfTradePrevention.valueOf(mode);
        } catch (IllegalArgumentException e) {
            throw ApiError.bad(-1145, "Unsupported selfTradePreventionMode: " + mode + ".");
        }
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
