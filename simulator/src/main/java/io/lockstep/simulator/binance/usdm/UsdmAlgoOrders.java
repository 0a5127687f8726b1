package io.lockstep.simulator.binance.usdm;

import io.lockstep.simulator.binance.api.ApiCall;
import io.lockstep.simulator.binance.api.ApiError;
import io.lockstep.simulator.binance.api.Endpoint;
import io.lockstep.simulator.binance.api.Endpoint.Security;
import io.lockstep.simulator.binance.api.EndpointTable;
import io.lockstep.simulator.binance.api.Params;
import io.lockstep.simulator.binance.feed.SymbolFeed;
import io.lockstep.simulator.binance.trade.ApiOrder;
import io.lockstep.simulator.binance.trade.Lookup;
import io.lockstep.simulator.binance.trade.Trading;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.order.OrderRequest;
import java.util.List;

/** USDⓈ-M's service of conditional orders, apart from the order service since 2025-12-09. */
final class UsdmAlgoOrders {
    private final Trading trading;

    UsdmAlgoOrders(Trading trading) {
        this.trading = trading;
    }

    void register(EndpointTable table) {
        Endpoint open = new Endpoint(Security.SIGNED, params -> params.has("symbol") ? 1 : 40, false, this::openOrders);
        table.rest("POST /fapi/v1/algoOrder", Endpoint.order(0, this::place))
                .rest("DELETE /fapi/v1/algoOrder", Endpoint.trade(1, this::cancel))
                .rest("GET /fapi/v1/algoOrder", Endpoint.signed(1, this::query))
                .rest("GET /fapi/v1/openAlgoOrders", open)
                .rest("GET /fapi/v1/allAlgoOrders", Endpoint.signed(5, this::allOrders))
                .rest("DELETE /fapi/v1/algoOpenOrders", Endpoint.trade(1, this::cancelAll))
                .socket("algoOrder.place", Endpoint.order(0, this::place))
                .socket("algoOrder.cancel", Endpoint.trade(1, this::cancel));
    }

    private String place(ApiCall call) {
        Params params = call.params();
        if (!params.text("algoType", "CONDITIONAL").equals("CONDITIONAL")) {
            throw ApiError.bad(-1130, "Invalid data sent for parameter 'algoType'.");
        }
        SymbolFeed symbol = Lookup.symbol(trading.feed(), params);
        ApiOrder order = trading.desk().open(call.accountId(), symbol.spec(), null, trading.nowMs());
        if (order == null) {
            throw ApiError.bad(-4116, "ClientOrderId is duplicated.");
        }
        order.waitForTrigger();
        order.terms().clientAlgoId(params.text("clientAlgoId", "x-algo-" + order.algoId()));
        OrderRequest request = UsdmOrderForm.conditional(params, order);
        trading.desk().enter(order);
        if (trading.core().submit(request, trading.nowNs().getAsLong()) == 0) {
            throw UsdmRefusals.of(trading.desk().lastReject(), order);
        }
        return form(order);
    }

    private String cancel(ApiCall call) {
        ApiOrder order = find(call);
        if (!order.isWaiting() || !order.isOpen()) {
            throw ApiError.bad(-2011, "Unknown order sent.");
        }
        trading.core().cancel(order.accountId(), order.coreId(), trading.nowNs().getAsLong());
        return new JsonWriter()
                .object()
                .field("algoId", order.algoId())
                .field("clientAlgoId", order.terms().clientAlgoId())
                .field("code", "200")
                .field("msg", "success")
                .end()
                .toString();
    }

    private String cancelAll(ApiCall call) {
        SymbolFeed symbol = Lookup.symbol(trading.feed(), call.params());
        for (ApiOrder order : waiting(call, symbol.spec().symbol())) {
            trading.core()
                    .cancel(order.accountId(), order.coreId(), trading.nowNs().getAsLong());
        }
        return "{\"code\":200,\"msg\":\"The operation of cancel all open order is done.\"}";
    }

    private String query(ApiCall call) {
        return form(find(call));
    }

    private String openOrders(ApiCall call) {
        return list(waiting(call, call.params().text("symbol", "")));
    }

    private String allOrders(ApiCall call) {
        String symbol = call.params().text("symbol", "");
        return list(trading.desk()
                .select(
                        call.accountId(),
                        order -> order.algoId() != 0
                                && (symbol.isEmpty() || order.spec().symbol().equals(symbol))));
    }

    private List<ApiOrder> waiting(ApiCall call, String symbol) {
        return trading.desk()
                .select(
                        call.accountId(),
                        order -> order.isWaiting()
                                && order.isOpen()
                                && (symbol.isEmpty() || order.spec().symbol().equals(symbol)));
    }

    private ApiOrder find(ApiCall call) {
        Params params = call.params();
        long id = params.number("algoId", 0);
        String client = params.text("clientAlgoId", "");
        List<ApiOrder> found = trading.desk()
                .select(
                        call.accountId(),
                        order -> order.algoId() != 0
                                && (order.algoId() == id
                                        || order.terms().clientAlgoId().equals(client)));
        if (found.isEmpty()) {
            throw ApiError.bad(-2013, "Order does not exist.");
        }
        return found.get(found.size() - 1);
    }

    private static String form(ApiOrder order) {
        JsonWriter json = new JsonWriter();
        UsdmJson.algo(json, order);
        return json.toString();
    }

    private static String list(List<ApiOrder> orders) {
        JsonWriter json = new JsonWriter().array();
        orders.forEach(order -> UsdmJson.algo(json, order));
        return json.end().toString();
    }
}
