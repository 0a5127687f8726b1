package io.lockstep.simulator.binance.usdm;

import io.lockstep.simulator.binance.api.ApiCall;
import io.lockstep.simulator.binance.api.ApiError;
import io.lockstep.simulator.binance.api.Endpoint;
import io.lockstep.simulator.binance.api.Endpoint.Security;
import io.lockstep.simulator.binance.api.EndpointTable;
import io.lockstep.simulator.binance.api.Params;
import io.lockstep.simulator.binance.api.RateLimits;
import io.lockstep.simulator.binance.feed.SymbolFeed;
import io.lockstep.simulator.binance.feed.SymbolSpec;
import io.lockstep.simulator.binance.trade.ApiOrder;
import io.lockstep.simulator.binance.trade.Lookup;
import io.lockstep.simulator.binance.trade.Trading;
import io.lockstep.simulator.json.JsonWriter;
import java.util.List;

/** USDⓈ-M queries of orders and trades. */
final class UsdmQueries {
    private final Trading trading;
    private final RateLimits limits;

    UsdmQueries(Trading trading, RateLimits limits) {
        this.trading = trading;
        this.limits = limits;
    }

    void register(EndpointTable table) {
        Endpoint order = Endpoint.signed(1, this::order);
        Endpoint open = new Endpoint(Security.SIGNED, params -> params.has("symbol") ? 1 : 40, false, this::openOrders);
        Endpoint forced =
                new Endpoint(Security.SIGNED, params -> params.has("symbol") ? 20 : 50, false, this::forcedOrders);
        table.rest("GET /fapi/v1/order", order)
                .rest("GET /fapi/v1/openOrder", Endpoint.signed(1, this::openOrder))
                .rest("GET /fapi/v1/openOrders", open)
                .rest("GET /fapi/v1/allOrders", Endpoint.signed(5, this::allOrders))
                .rest("GET /fapi/v1/userTrades", Endpoint.signed(5, this::userTrades))
                .rest("GET /fapi/v1/forceOrders", forced)
                .rest("GET /fapi/v1/adlQuantile", Endpoint.signed(5, this::quantiles))
                .rest("GET /fapi/v1/rateLimit/order", Endpoint.signed(1, this::orderCounts))
                .socket("order.status", order);
    }

    private String order(ApiCall call) {
        ApiOrder order = Lookup.order(trading, call);
        if (order == null || order.isWaiting()) {
            throw ApiError.bad(-2013, "Order does not exist.");
        }
        return UsdmJson.order(order, false);
    }

    private String openOrder(ApiCall call) {
        ApiOrder order = Lookup.order(trading, call);
        if (order == null || !order.isOpen() || order.isWaiting()) {
            throw ApiError.bad(-2013, "Order does not exist.");
        }
        return UsdmJson.order(order, false);
    }

    private String openOrders(ApiCall call) {
        String symbol = call.params().has("symbol")
                ? Lookup.symbol(trading.feed(), call.params()).spec().symbol()
                : "";
        return list(trading.desk()
                .select(
                        call.accountId(),
                        order -> order.isOpen()
                                && !order.isWaiting()
                                && (symbol.isEmpty() || order.spec().symbol().equals(symbol))));
    }

    private String allOrders(ApiCall call) {
        Params params = call.params();
        SymbolSpec spec = Lookup.symbol(trading.feed(), params).spec();
        List<ApiOrder> orders = trading.desk()
                .select(
                        call.accountId(),
                        order -> order.spec().equals(spec)
                                && !order.isWaiting()
                                && order.orderId() >= params.number("orderId", 0)
                                && order.timeMs() >= params.number("startTime", 0)
                                && order.timeMs() <= params.number("endTime", Long.MAX_VALUE));
        int limit = (int) Math.min(1_000, params.number("limit", 500));
        int first = params.has("orderId") ? 0 : Math.max(0, orders.size() - limit);
        return list(orders.subList(first, Math.min(orders.size(), first + limit)));
    }

    /** Orders the venue made itself; nobody's position is ever reduced for somebody else's loss. */
    private String forcedOrders(ApiCall call) {
        Params params = call.params();
        String symbol = params.text("symbol", "");
        boolean liquidations = !params.text("autoCloseType", "LIQUIDATION").equals("ADL");
        return list(trading.desk()
                .select(
                        call.accountId(),
                        order -> liquidations
                                && order.isForced()
                                && (symbol.isEmpty() || order.spec().symbol().equals(symbol))));
    }

    /** How near a position is to such a reduction: never. */
    private String quantiles(ApiCall call) {
        String only = call.params().text("symbol", "");
        JsonWriter json = new JsonWriter().array();
        for (SymbolFeed symbol : trading.feed().feeds()) {
            String name = symbol.spec().symbol();
            if (only.isEmpty() || only.equals(name)) {
                json.object().field("symbol", name).name("adlQuantile");
                json.object()
                        .field("LONG", 0)
                        .field("SHORT", 0)
                        .field("BOTH", 0)
                        .end()
                        .end();
            }
        }
        return json.end().toString();
    }

    private String userTrades(ApiCall call) {
        JsonWriter json = new JsonWriter().array();
        Lookup.fills(trading, call, (order, fill) -> UsdmJson.trade(json, order, fill));
        return json.end().toString();
    }

    private String orderCounts(ApiCall call) {
        JsonWriter json = new JsonWriter().array();
        limits.orderWindows().forEach(window -> window.report(json, call.nowMs()));
        return json.end().toString();
    }

    private static String list(List<ApiOrder> orders) {
        JsonWriter json = new JsonWriter().array();
        orders.forEach(order -> UsdmJson.order(json, order, false));
        return json.end().toString();
    }
}
