package io.lockstep.simulator.binance.usdm;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.binance.feed.Decimals;
import io.lockstep.simulator.binance.trade.ApiFill;
import io.lockstep.simulator.binance.trade.ApiOrder;
import io.lockstep.simulator.json.JsonWriter;
import java.math.RoundingMode;

/** USDⓈ-M orders and trades as REST and the WebSocket API write them. */
final class UsdmJson {
    private UsdmJson() {}

    /** An order; ACK shows no fills yet. */
    static void order(JsonWriter json, ApiOrder order, boolean ack) {
        long executed = ack ? 0 : order.executed();
        json.object()
                .field("orderId", order.orderId())
                .field("symbol", order.spec().symbol())
                .field("status", ack ? "NEW" : order.status())
                .field("clientOrderId", order.clientOrderId())
                .field("price", order.spec().price(order.terms().price()))
                .field("avgPrice", order.spec().price(ack ? 0 : order.averagePrice()))
                .field("origQty", order.spec().quantity(order.terms().quantity()))
                .field("executedQty", order.spec().quantity(executed))
                .field("cumQty", order.spec().quantity(executed))
                .field("cumQuote", Decimals.padded(ack ? 0 : order.cumulativeQuote(), 5))
                .field("timeInForce", order.terms().timeInForce())
                .field("type", order.terms().type())
                .field("reduceOnly", order.terms().isReduceOnly())
                .field("closePosition", order.terms().closesPosition())
                .field("side", order.terms().side().name())
                .field("positionSide", "BOTH")
                .field("stopPrice", order.spec().price(order.terms().stopPrice()))
                .field("workingType", order.terms().workingType())
                .field("priceProtect", false)
                .field("origType", origType(order))
                .field("priceMatch", "NONE")
                .field("selfTradePreventionMode", order.terms().selfTradePrevention())
                .field("goodTillDate", order.terms().goodTillMs())
                .field("time", order.timeMs())
                .field("updateTime", order.updateMs())
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
                .field("algoId", order.algoId())
                .field("clientAlgoId", order.terms().clientAlgoId())
                .field("algoType", "CONDITIONAL")
                .field("orderType", order.terms().algoType())
                .field("symbol", order.spec().symbol())
                .field("side", order.terms().side().name())
                .field("positionSide", "BOTH")
                .field("timeInForce", order.terms().timeInForce())
                .field("quantity", order.spec().quantity(order.terms().quantity()))
                .field("algoStatus", order.algoStatus())
                .field("actualOrderId", order.triggeredMs() == 0 ? "" : String.valueOf(order.orderId()))
                .field("triggerPrice", order.spec().price(order.terms().stopPrice()))
                .field("price", order.spec().price(order.terms().price()))
                .field("icebergQuantity", order.spec().quantity(0))
                .field("selfTradePreventionMode", order.terms().selfTradePrevention())
                .field("workingType", order.terms().workingType())
                .field("priceMatch", "NONE")
                .field("closePosition", order.terms().closesPosition())
                .field("priceProtect", false)
                .field("reduceOnly", order.terms().isReduceOnly())
                .field("createTime", order.timeMs())
                .field("updateTime", order.updateMs())
                .field("triggerTime", order.triggeredMs())
                .field("goodTillDate", order.terms().goodTillMs());
        if (order.terms().callbackRate() != 0) {
            json.field("callbackRate", Decimals.plain(order.terms().callbackRate()));
        }
        json.end();
    }

    /** A trade of the account. */
    static void trade(JsonWriter json, ApiOrder order, ApiFill fill) {
        json.object()
                .field("symbol", order.spec().symbol())
                .field("id", fill.tradeId())
                .field("orderId", order.orderId())
                .field("side", order.terms().side().name())
                .field("price", order.spec().price(fill.price()))
                .field("qty", order.spec().quantity(fill.quantity()))
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
        return order.terms().algoType().isEmpty()
                ? order.terms().type()
                : order.terms().algoType();
    }

    /** A money amount divided by a leverage. */
    static long over(long amount, int leverage) {
        return FixedPoint.multiplyDivide(Math.abs(amount), 1, leverage, RoundingMode.HALF_EVEN);
    }
}
