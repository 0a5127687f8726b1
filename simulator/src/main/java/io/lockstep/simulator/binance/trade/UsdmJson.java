package io.lockstep.simulator.binance.trade;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.binance.feed.Decimals;
import io.lockstep.simulator.json.JsonWriter;
import java.math.RoundingMode;

/** USDⓈ-M orders and trades as REST and the WebSocket API write them. */
final class UsdmJson {
    private UsdmJson() {}

    /** An order; ACK shows no fills yet. */
    static void order(JsonWriter json, ApiOrder order, boolean ack) {
        long executed = ack ? 0 : order.executed;
        json.object()
                .field("orderId", order.orderId)
                .field("symbol", order.spec.symbol())
                .field("status", ack ? "NEW" : order.status)
                .field("clientOrderId", order.clientOrderId)
                .field("price", order.spec.price(order.price))
                .field("avgPrice", order.spec.price(ack ? 0 : order.averagePrice()))
                .field("origQty", order.spec.quantity(order.quantity))
                .field("executedQty", order.spec.quantity(executed))
                .field("cumQty", order.spec.quantity(executed))
                .field("cumQuote", Decimals.padded(ack ? 0 : order.cumulativeQuote, 5))
                .field("timeInForce", order.timeInForce)
                .field("type", order.type)
                .field("reduceOnly", order.reduceOnly)
                .field("closePosition", order.closePosition)
                .field("side", order.side.name())
                .field("positionSide", "BOTH")
                .field("stopPrice", order.spec.price(order.stopPrice))
                .field("workingType", order.workingType)
                .field("priceProtect", false)
                .field("origType", origType(order))
                .field("priceMatch", "NONE")
                .field("selfTradePreventionMode", order.selfTradePrevention)
                .field("goodTillDate", order.goodTillMs)
                .field("time", order.timeMs)
                .field("updateTime", order.updateMs)
                .end();
    }

    static String order(ApiOrder order, boolean ack) {
        JsonWriter json = new JsonWriter();
        order(json, order, ack);
        return json.toString();
    }

    /** A conditional order. */
    static void algo(JsonWriter json, ApiOrder order) {
        json.object()
                .field("algoId", order.algoId)
                .field("clientAlgoId", order.clientAlgoId)
                .field("algoType", "CONDITIONAL")
                .field("orderType", order.algoType)
                .field("symbol", order.spec.symbol())
                .field("side", order.side.name())
                .field("positionSide", "BOTH")
                .field("timeInForce", order.timeInForce)
                .field("quantity", order.spec.quantity(order.quantity))
                .field("algoStatus", order.algoStatus)
                .field("actualOrderId", order.triggeredMs == 0 ? "" : String.valueOf(order.orderId))
                .field("triggerPrice", order.spec.price(order.stopPrice))
                .field("price", order.spec.price(order.price))
                .field("icebergQuantity", order.spec.quantity(0))
                .field("selfTradePreventionMode", order.selfTradePrevention)
                .field("workingType", order.workingType)
                .field("priceMatch", "NONE")
                .field("closePosition", order.closePosition)
                .field("priceProtect", false)
                .field("reduceOnly", order.reduceOnly)
                .field("createTime", order.timeMs)
                .field("updateTime", order.updateMs)
                .field("triggerTime", order.triggeredMs)
                .field("goodTillDate", order.goodTillMs);
        if (order.callbackRate != 0) {
            json.field("callbackRate", Decimals.plain(order.callbackRate));
        }
        json.end();
    }

    /** A trade of the account. */
    static void trade(JsonWriter json, ApiOrder order, ApiFill fill) {
        json.object()
                .field("symbol", order.spec.symbol())
                .field("id", fill.tradeId())
                .field("orderId", order.orderId)
                .field("side", order.side.name())
                .field("price", order.spec.price(fill.price()))
                .field("qty", order.spec.quantity(fill.quantity()))
                .field("realizedPnl", Decimals.padded(fill.realizedPnl(), 8))
                .field("quoteQty", Decimals.padded(fill.quoteQuantity(), 8))
                .field("commission", Decimals.padded(fill.fee(), 8))
                .field("commissionAsset", fill.feeAsset())
                .field("time", fill.timeMs())
                .field("positionSide", "BOTH")
                .field("maker", fill.isMaker())
                .field("buyer", order.isBuy())
                .end();
    }

    static String origType(ApiOrder order) {
        return order.algoType.isEmpty() ? order.type : order.algoType;
    }

    /** A money amount divided by a leverage. */
    static long over(long amount, int leverage) {
        return FixedPoint.multiplyDivide(Math.abs(amount), 1, leverage, RoundingMode.HALF_EVEN);
    }
}
