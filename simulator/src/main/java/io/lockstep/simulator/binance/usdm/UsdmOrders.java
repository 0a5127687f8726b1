package io.lockstep.simulator.binance.usdm;

import io.lockstep.simulator.binance.api.ApiCall;
import io.lockstep.simulator.binance.api.ApiError;
import io.lockstep.simulator.binance.api.Endpoint;
import io.lockstep.simulator.binance.api.EndpointTable;
import io.lockstep.simulator.binance.api.Params;
import io.lockstep.simulator.binance.feed.SymbolFeed;
import io.lockstep.simulator.binance.trade.ApiOrder;
import io.lockstep.simulator.binance.trade.Lookup;
import io.lockstep.simulator.binance.trade.Trading;
import io.lockstep.simulator.json.JsonException;
import io.lockstep.simulator.json.JsonReader;
import io.lockstep.simulator.json.JsonValue;
import io.lockstep.simulator.json.JsonValue.JsonArray;
import io.lockstep.simulator.json.JsonValue.JsonObject;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.order.EndReason;
import io.lockstep.simulator.order.OrderRequest;
import io.lockstep.simulator.order.RejectReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** USDⓈ-M order entry: new, modify, cancel, batches, cancel all. */
final class UsdmOrders {
    private static final Pattern CLIENT_ID = Pattern.compile("[.A-Z:/a-z0-9_-]{1,36}");
    private static final String ALL_CANCELED =
            "{\"code\":200,\"msg\":\"The operation of cancel all open order is done.\"}";

    private final Trading trading;

    UsdmOrders(Trading trading) {
        this.trading = trading;
    }

    void register(EndpointTable table) {
        table.rest("POST /fapi/v1/order", Endpoint.order(0, this::place))
                .rest("POST /fapi/v1/order/test", Endpoint.trade(0, this::test))
                .rest("PUT /fapi/v1/order", Endpoint.order(0, this::modify))
                .rest("DELETE /fapi/v1/order", Endpoint.trade(1, this::cancel))
                .rest("DELETE /fapi/v1/allOpenOrders", Endpoint.trade(1, this::cancelAll))
                .rest("POST /fapi/v1/batchOrders", Endpoint.order(5, call -> batch(call, this::place)))
                .rest("PUT /fapi/v1/batchOrders", Endpoint.order(5, call -> batch(call, this::modify)))
                .rest("DELETE /fapi/v1/batchOrders", Endpoint.trade(1, this::cancelBatch))
                .socket("order.place", Endpoint.order(0, this::place))
                .socket("order.modify", Endpoint.order(0, this::modify))
                .socket("order.cancel", Endpoint.trade(1, this::cancel));
    }

    private String place(ApiCall call) {
        ApiOrder order = open(call, call.params());
        OrderRequest request = read(call, order);
        trading.desk().enter(order);
        if (trading.core().submit(request, trading.nowNs().getAsLong()) == 0) {
            throw UsdmRefusals.of(trading.desk().lastReject(), order);
        }
        boolean result = call.params().text("newOrderRespType", "ACK").equals("RESULT");
        return UsdmJson.order(order, !result);
    }

    private String test(ApiCall call) {
        ApiOrder order = open(call, call.params());
        read(call, order);
        return UsdmJson.order(order, true);
    }

    private OrderRequest read(ApiCall call, ApiOrder order) {
        SymbolFeed symbol = Lookup.symbol(trading.feed(), call.params());
        return UsdmOrderForm.plain(call.params(), order, symbol.book());
    }

    private String modify(ApiCall call) {
        ApiOrder order = working(Lookup.order(trading, call));
        Params params = call.params();
        params.text("quantity");
        params.text("price");
        OrderRequest change = new OrderRequest()
                .reset(order.accountId(), order.spec().instrument().id(), order.orderId())
                .side(order.terms().side(), params.decimal("quantity", 0))
                .price(params.decimal("price", 0));
        RejectReason reason = trading.core()
                .replace(order.coreId(), change, false, trading.nowNs().getAsLong());
        if (reason != RejectReason.NONE) {
            throw UsdmRefusals.of(reason, order);
        }
        return UsdmJson.order(order, false);
    }

    private String cancel(ApiCall call) {
        ApiOrder order = working(Lookup.order(trading, call));
        trading.core().cancel(order.accountId(), order.coreId(), trading.nowNs().getAsLong());
        return UsdmJson.order(order, false);
    }

    private String cancelAll(ApiCall call) {
        SymbolFeed symbol = Lookup.symbol(trading.feed(), call.params());
        cancelAll(call.accountId(), symbol, EndReason.REQUESTED);
        return ALL_CANCELED;
    }

    /** Cancels the plain orders of an account on a symbol; conditional ones stay, they have their own call. */
    void cancelAll(int accountId, SymbolFeed symbol, EndReason reason) {
        List<ApiOrder> open = trading.desk()
                .select(
                        accountId,
                        each -> each.isOpen()
                                && !each.isWaiting()
                                && each.spec().equals(symbol.spec()));
        for (ApiOrder order : open) {
            trading.core().cancel(accountId, order.coreId(), trading.nowNs().getAsLong());
        }
    }

    private String cancelBatch(ApiCall call) {
        String ids = call.params().text("orderIdList", call.params().text("orderidlist", ""));
        boolean byId = !ids.isEmpty();
        String list = byId ? ids : call.params().text("origClientOrderIdList");
        JsonWriter json = new JsonWriter().array();
        for (JsonValue each : array(list)) {
            Map<String, String> one = new LinkedHashMap<>();
            one.put("symbol", call.params().text("symbol"));
            one.put(byId ? "orderId" : "origClientOrderId", String.valueOf(each.scalar()));
            json.raw(attempt(new ApiCall(new Params(one), call.accountId(), call.nowMs()), this::cancel));
        }
        return json.end().toString();
    }

    private String batch(ApiCall call, Function<ApiCall, String> each) {
        JsonWriter json = new JsonWriter().array();
        for (JsonValue item : array(call.params().text("batchOrders"))) {
            if (item instanceof JsonObject object) {
                Map<String, String> one = new LinkedHashMap<>();
                object.members().forEach((name, value) -> one.put(name, String.valueOf(value.scalar())));
                json.raw(attempt(new ApiCall(new Params(one), call.accountId(), call.nowMs()), each));
            }
        }
        return json.end().toString();
    }

    private static String attempt(ApiCall call, Function<ApiCall, String> endpoint) {
        try {
            return endpoint.apply(call);
        } catch (ApiError e) {
            return e.json();
        }
    }

    private static List<JsonValue> array(String text) {
        try {
            if (JsonReader.read(text) instanceof JsonArray array) {
                return array.items();
            }
        } catch (JsonException e) {
            throw ApiError.bad(-1130, "Invalid data sent for a parameter: " + e.getMessage());
        }
        throw ApiError.bad(-1130, "Invalid data sent for a parameter: not an array.");
    }

    private ApiOrder open(ApiCall call, Params params) {
        SymbolFeed symbol = Lookup.symbol(trading.feed(), params);
        String client = params.textIfAny("newClientOrderId");
        if (client != null && !CLIENT_ID.matcher(client).matches()) {
            throw ApiError.bad(-4015, "Client order id is not valid.");
        }
        ApiOrder order = trading.desk().open(call.accountId(), symbol.spec(), client, trading.nowMs());
        if (order == null) {
            throw ApiError.bad(-4116, "ClientOrderId is duplicated.");
        }
        return order;
    }

    private static ApiOrder working(@Nullable ApiOrder order) {
        if (order == null || !order.isOpen() || order.isWaiting()) {
            throw ApiError.bad(-2011, "Unknown order sent.");
        }
        return order;
    }
}
