package io.lockstep.simulator.alpaca.trade;

import io.lockstep.simulator.alpaca.api.ApiCall;
import io.lockstep.simulator.alpaca.api.ApiError;
import io.lockstep.simulator.alpaca.api.EndpointTable;
import io.lockstep.simulator.alpaca.api.Fields;
import io.lockstep.simulator.alpaca.desk.OrderDesk;
import io.lockstep.simulator.alpaca.desk.OrderForm;
import io.lockstep.simulator.alpaca.order.AlpacaOrder;
import io.lockstep.simulator.alpaca.order.OrderJson;
import io.lockstep.simulator.alpaca.order.OrderStore;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.wire.HttpReply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code /v2/orders}. */
final class OrderEndpoints {
    private static final String PATH = "/v2/orders";

    private final OrderStore store;
    private final OrderDesk desk;
    private final OrderForm form;

    OrderEndpoints(OrderStore store, OrderDesk desk, OrderForm form) {
        this.store = store;
        this.desk = desk;
        this.form = form;
    }

    void register(EndpointTable table) {
        table.add("POST " + PATH, this::place)
                .add("GET " + PATH, this::list)
                .add("DELETE " + PATH, this::cancelAll)
                .add("GET " + PATH + ":by_client_order_id", this::byClientId)
                .add("GET " + PATH + "/*", this::byId)
                .add("PATCH " + PATH + "/*", this::replace)
                .add("DELETE " + PATH + "/*", this::cancel);
    }

    private HttpReply place(ApiCall call) {
        AlpacaOrder order = desk.place(form.read(call.accountId(), call.body()));
        return HttpReply.of(200, OrderJson.text(order, true));
    }

    private HttpReply byId(ApiCall call) {
        return HttpReply.of(200, OrderJson.text(require(call), call.query().flag("nested")));
    }

    private HttpReply byClientId(ApiCall call) {
        String id = call.query().text("client_order_id", "");
        AlpacaOrder order = store.byClientId(call.accountId(), id);
        if (order == null) {
            throw ApiError.notFound("order not found for " + id);
        }
        return HttpReply.of(200, OrderJson.text(order, call.query().flag("nested")));
    }

    private HttpReply replace(ApiCall call) {
        return HttpReply.of(200, OrderJson.text(desk.replace(require(call), call.body()), true));
    }

    private HttpReply cancel(ApiCall call) {
        desk.cancel(require(call));
        return HttpReply.of(204, "");
    }

    private HttpReply cancelAll(ApiCall call) {
        return HttpReply.of(207, cancelAll(call.accountId()));
    }

    /** Asks for the cancellation of all open orders; legs that wait go with their entry. One entry an order. */
    String cancelAll(int accountId) {
        JsonWriter json = new JsonWriter().array();
        for (AlpacaOrder order : store.openOf(accountId)) {
            AlpacaOrder lead = order.parent();
            if (order.isOpen() && (lead == null || !lead.isOpen())) {
                json.object().field("id", order.id()).field("status", tryCancel(order));
                json.name("body").raw(OrderJson.text(order, true)).end();
            }
        }
        return json.end().toString();
    }

    private int tryCancel(AlpacaOrder order) {
        try {
            desk.cancel(order);
            return 200;
        } catch (ApiError e) {
            return 500;
        }
    }

    private HttpReply list(ApiCall call) {
        Fields query = call.query();
        boolean nested = query.flag("nested");
        OrderFilter filter = OrderFilter.of(query);
        List<AlpacaOrder> orders = new ArrayList<>(
                store.select(call.accountId(), order -> filter.test(order) && (!nested || order.parent() == null)));
        if (!query.text("direction", "desc").equals("asc")) {
            Collections.reverse(orders);
        }
        int limit = query.number("limit", 50, 1, 500);
        JsonWriter json = new JsonWriter().array();
        orders.stream().limit(limit).forEach(order -> OrderJson.write(json, order, nested));
        return HttpReply.of(200, json.end().toString());
    }

    private AlpacaOrder require(ApiCall call) {
        AlpacaOrder order = store.byId(call.accountId(), call.tail());
        if (order == null) {
            throw ApiError.notFound("order not found for " + call.tail());
        }
        return order;
    }
}
