package io.lockstep.simulator.binance.spot;

import io.lockstep.simulator.binance.feed.Decimals;
import io.lockstep.simulator.binance.trade.ApiFill;
import io.lockstep.simulator.binance.trade.ApiOrder;
import io.lockstep.simulator.json.JsonWriter;

/** Spot orders and trades as REST and the WebSocket API write them. */
final class SpotJson {
    private static final int ASSET_DECIMALS = 8;

    private SpotJson() {}

    static String asset(long amount) {
        return Decimals.padded(amount, ASSET_DECIMALS);
    }

    /** The answer to a new order: ACK, RESULT or FULL. */
    static String placed(ApiOrder order, String form) {
        JsonWriter json = new JsonWriter().object();
        head(json, order).field("transactTime", order.updateMs());
        if (!form.equals("ACK")) {
            body(json, order).field("workingTime", order.isWorking() ? order.timeMs() : -1);
            if (form.equals("FULL")) {
                fills(json.name("fills"), order);
            }
            json.field("selfTradePreventionMode", order.terms().selfTradePrevention());
        }
        return json.end().toString();
    }

    /** The answer to a cancellation. */
    static String canceled(ApiOrder order, String cancelId) {
        JsonWriter json = new JsonWriter()
                .object()
                .field("symbol", order.spec().symbol())
                .field("origClientOrderId", order.clientOrderId())
                .field("orderId", order.orderId())
                .field("orderListId", -1)
                .field("clientOrderId", cancelId)
                .field("transactTime", order.updateMs());
        body(json, order);
        if (order.terms().stopPrice() != 0) {
            json.field("stopPrice", order.spec().price(order.terms().stopPrice()));
        }
        return json.field("selfTradePreventionMode", order.terms().selfTradePrevention())
                .end()
                .toString();
    }

    /** An order as queries show it. */
    static void query(JsonWriter json, ApiOrder order) {
        head(json.object(), order);
        body(json, order)
                .field("stopPrice", order.spec().price(order.terms().stopPrice()))
                .field("icebergQty", order.spec().quantity(0))
                .field("time", order.timeMs())
                .field("updateTime", order.updateMs())
                .field("isWorking", order.isWorking())
                .field("workingTime", order.isWorking() ? order.timeMs() : -1)
                .field("selfTradePreventionMode", order.terms().selfTradePrevention())
                .end();
    }

    /** The answer to an amendment. */
    static String amended(ApiOrder order, long executionId) {
        return new JsonWriter()
                .object()
                .field("transactTime", order.updateMs())
                .field("executionId", executionId)
                .name("amendedOrder")
                .object()
                .field("symbol", order.spec().symbol())
                .field("orderId", order.orderId())
                .field("orderListId", -1)
                .field("origClientOrderId", order.previousClientOrderId())
                .field("clientOrderId", order.clientOrderId())
                .field("price", order.spec().price(order.terms().price()))
                .field("qty", order.spec().quantity(order.terms().quantity()))
                .field("executedQty", order.spec().quantity(order.executed()))
                .field("preventedQty", order.spec().quantity(0))
                .field("quoteOrderQty", asset(order.terms().quoteOrderQuantity()))
                .field("cumulativeQuoteQty", asset(order.cumulativeQuote()))
                .field("status", order.status())
                .field("timeInForce", order.terms().timeInForce())
                .field("type", order.terms().type())
                .field("side", order.terms().side().name())
                .field("workingTime", order.timeMs())
                .field("selfTradePreventionMode", order.terms().selfTradePrevention())
                .end()
                .end()
                .toString();
    }

    /** A trade of the account. */
    static void trade(JsonWriter json, ApiOrder order, ApiFill fill) {
        json.object()
                .field("symbol", order.spec().symbol())
                .field("id", fill.tradeId())
                .field("orderId", order.orderId())
                .field("orderListId", -1)
                .field("price", order.spec().price(fill.price()))
                .field("qty", order.spec().quantity(fill.quantity()))
                .field("quoteQty", asset(fill.quoteQuantity()))
                .field("commission", asset(fill.fee()))
                .field("commissionAsset", fill.feeAsset())
                .field("time", fill.timeMs())
                .field("isBuyer", order.isBuy())
                .field("isMaker", fill.isMaker())
                .field("isBestMatch", true)
                .end();
    }

    private static JsonWriter head(JsonWriter json, ApiOrder order) {
        return json.field("symbol", order.spec().symbol())
                .field("orderId", order.orderId())
                .field("orderListId", -1)
                .field("clientOrderId", order.clientOrderId());
    }

    private static JsonWriter body(JsonWriter json, ApiOrder order) {
        return json.field("price", order.spec().price(order.terms().price()))
                .field("origQty", order.spec().quantity(order.terms().quantity()))
                .field("executedQty", order.spec().quantity(order.executed()))
                .field("origQuoteOrderQty", asset(order.terms().quoteOrderQuantity()))
                .field("cummulativeQuoteQty", asset(order.cumulativeQuote()))
                .field("status", order.status())
                .field("timeInForce", order.terms().timeInForce())
                .field("type", order.terms().type())
                .field("side", order.terms().side().name());
    }

    private static void fills(JsonWriter json, ApiOrder order) {
        json.array();
        for (ApiFill fill : order.fills()) {
            json.object()
                    .field("price", order.spec().price(fill.price()))
                    .field("qty", order.spec().quantity(fill.quantity()))
                    .field("commission", asset(fill.fee()))
                    .field("commissionAsset", fill.feeAsset())
                    .field("tradeId", fill.tradeId())
                    .end();
        }
        json.end();
    }
}
