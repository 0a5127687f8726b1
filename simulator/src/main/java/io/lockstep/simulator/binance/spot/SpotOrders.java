package io.lockstep.simulator.binance.spot;

import io.lockstep.engine.book.OrderBook;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.simulator.binance.api.ApiCall;
import io.lockstep.simulator.binance.api.ApiError;
import io.lockstep.simulator.binance.api.Endpoint;
import io.lockstep.simulator.binance.api.EndpointTable;
import io.lockstep.simulator.binance.api.Params;
import io.lockstep.simulator.binance.api.RateLimits;
import io.lockstep.simulator.binance.feed.SymbolFeed;
import io.lockstep.simulator.binance.trade.ApiOrder;
import io.lockstep.simulator.binance.trade.Lookup;
import io.lockstep.simulator.binance.trade.Trading;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.matching.MatchingCore;
import io.lockstep.simulator.order.OrderRequest;
import io.lockstep.simulator.order.RejectReason;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;

/** Spot order entry: new, test, cancel, cancel all, cancel and replace, amend. */
final class SpotOrders {
    private static final Pattern CLIENT_ID = Pattern.compile("[a-zA-Z0-9-_]{1,36}");
    private static final int MAX_AMENDMENTS = 10;

    private final Trading trading;
    private final SpotUserEvents events;
    private final RateLimits limits;

    SpotOrders(Trading trading, SpotUserEvents events, RateLimits limits) {
        this.trading = trading;
        this.events = events;
        this.limits = limits;
    }

    void register(EndpointTable table) {
        table.rest("POST /api/v3/order", Endpoint.order(1, this::place))
                .rest("POST /api/v3/order/test", Endpoint.trade(1, this::test))
                .rest("DELETE /api/v3/order", Endpoint.trade(1, this::cancel))
                .rest("DELETE /api/v3/openOrders", Endpoint.trade(1, this::cancelAll))
                .rest("POST /api/v3/order/cancelReplace", Endpoint.trade(1, this::cancelReplace))
                .rest("PUT /api/v3/order/amend/keepPriority", Endpoint.trade(4, this::amend))
                .socket("order.place", Endpoint.order(1, this::place))
                .socket("order.test", Endpoint.trade(1, this::test))
                .socket("order.cancel", Endpoint.trade(1, this::cancel))
                .socket("openOrders.cancelAll", Endpoint.trade(1, this::cancelAll))
                .socket("order.cancelReplace", Endpoint.trade(1, this::cancelReplace))
                .socket("order.amend.keepPriority", Endpoint.trade(4, this::amend));
    }

    private String place(ApiCall call) {
        Params params = call.params();
        ApiOrder order = open(call, params);
        OrderRequest request = SpotOrderForm.read(params, order);
        submit(order, request);
        boolean plain = request.type() == OrderType.LIMIT || request.type() == OrderType.MARKET;
        return SpotJson.placed(order, params.text("newOrderRespType", plain ? "FULL" : "ACK"));
    }

    private String test(ApiCall call) {
        SpotOrderForm.read(call.params(), open(call, call.params()));
        return "{}";
    }

    private String cancel(ApiCall call) {
        ApiOrder order = Lookup.order(trading, call);
        if (order == null || !order.isOpen()) {
            throw SpotRefusals.of(RejectReason.UNKNOWN_ORDER);
        }
        String client = call.params().text("origClientOrderId", order.clientOrderId());
        if (!client.equals(order.clientOrderId())) {
            throw ApiError.bad(-2039, "Client order ID is not correct for this order ID.");
        }
        checkRestriction(order, call.params());
        return cancel(order, cancelId(call.params(), "newClientOrderId"));
    }

    private String cancel(ApiOrder order, String cancelId) {
        events.cancelId(cancelId);
        trading.core().cancel(order.accountId(), order.coreId(), trading.nowNs().getAsLong());
        events.cancelId("");
        return SpotJson.canceled(order, cancelId);
    }

    private String cancelAll(ApiCall call) {
        SymbolFeed symbol = Lookup.symbol(trading.feed(), call.params());
        List<ApiOrder> open = trading.desk()
                .select(
                        call.accountId(),
                        order -> order.isOpen() && order.spec().equals(symbol.spec()));
        if (open.isEmpty()) {
            throw SpotRefusals.of(RejectReason.UNKNOWN_ORDER);
        }
        JsonWriter json = new JsonWriter().array();
        open.forEach(order -> json.raw(cancel(order, "x-cancel-" + order.orderId())));
        return json.end().toString();
    }

    /** Counts as one order, tried or not. Over the limit nothing is done, or, where that is asked for, the old order is canceled alone. */
    private String cancelReplace(ApiCall call) {
        Params params = call.params();
        boolean stop = params.text("cancelReplaceMode").equals("STOP_ON_FAILURE");
        boolean cancelOnly =
                params.text("orderRateLimitExceededMode", "DO_NOTHING").equals("CANCEL_ONLY");
        if (!cancelOnly) {
            limits.spendOrder(call.nowMs());
        }
        Leg canceled = attempt(() -> cancel(replaced(call), cancelId(params, "cancelNewClientOrderId")));
        Leg placed =
                !canceled.ok() && stop ? new Leg(false, "null", true) : attempt(() -> replacement(call, cancelOnly));
        String result = new JsonWriter()
                .object()
                .field("cancelResult", canceled.result())
                .field("newOrderResult", placed.result())
                .name("cancelResponse")
                .raw(canceled.json())
                .name("newOrderResponse")
                .raw(placed.json())
                .end()
                .toString();
        if (canceled.ok() && placed.ok()) {
            return result;
        }
        if (canceled.ok() || placed.ok()) {
            throw new ApiError(409, -2021, "Order cancel-replace partially failed.", result);
        }
        throw new ApiError(400, -2022, "Order cancel-replace failed.", result);
    }

    private String replacement(ApiCall call, boolean counts) {
        if (counts) {
            limits.spendOrder(call.nowMs());
        }
        return place(call);
    }

    private String amend(ApiCall call) {
        ApiOrder order = Lookup.order(trading, call);
        if (order == null || !order.isOpen()) {
            throw ApiError.bad(-2013, "Order does not exist.");
        }
        long quantity = call.params().decimal("newQty", 0);
        if (quantity <= order.executed() || quantity >= order.terms().quantity()) {
            throw ApiError.bad(-2038, "The requested action would change no state; rejecting.");
        }
        if (order.amendments() >= MAX_AMENDMENTS) {
            throw ApiError.bad(-2038, "Filter failure: MAX_NUM_ORDER_AMENDS");
        }
        trading.desk().rename(order, cancelId(call.params(), "newClientOrderId"));
        OrderRequest change = new OrderRequest()
                .reset(order.accountId(), order.spec().instrument().id(), order.orderId())
                .side(order.terms().side(), quantity)
                .price(order.terms().price());
        RejectReason reason = trading.core()
                .replace(order.coreId(), change, true, trading.nowNs().getAsLong());
        if (reason != RejectReason.NONE) {
            throw SpotRefusals.of(reason);
        }
        return SpotJson.amended(order, events.lastExecutionId());
    }

    private ApiOrder open(ApiCall call, Params params) {
        SymbolFeed symbol = Lookup.symbol(trading.feed(), params);
        String client = params.textIfAny("newClientOrderId");
        if (client != null && !CLIENT_ID.matcher(client).matches()) {
            throw ApiError.bad(
                    -1100,
                    "Illegal characters found in parameter 'newClientOrderId'; legal range is"
                            + " '^[a-zA-Z0-9-_]{1,36}$'.");
        }
        ApiOrder order = trading.desk().open(call.accountId(), symbol.spec(), client, trading.nowMs());
        if (order == null) {
            throw SpotRefusals.of(RejectReason.DUPLICATE_ID);
        }
        return order;
    }

    private void submit(ApiOrder order, OrderRequest request) {
        if (order.terms().quoteOrderQuantity() > 0) {
            order.terms().quantity(affordable(order));
            request.side(order.terms().side(), order.terms().quantity());
        }
        trading.desk().enter(order);
        MatchingCore core = trading.core();
        if (core.submit(request, trading.nowNs().getAsLong()) == 0) {
            throw SpotRefusals.of(trading.desk().lastReject());
        }
    }

    /** The quantity an amount of quote currency buys or sells, walking the book. */
    private long affordable(ApiOrder order) {
        OrderBook book = Lookup.symbol(
                        trading.feed(),
                        new Params(java.util.Map.of("symbol", order.spec().symbol())))
                .book();
        long left = order.terms().quoteOrderQuantity();
        long quantity = 0;
        int levels = order.isBuy() ? book.askLevels() : book.bidLevels();
        for (int i = 0; i < levels && left > 0; i++) {
            long price = order.isBuy() ? book.askPrice(i) : book.bidPrice(i);
            long there = order.isBuy() ? book.askQuantity(i) : book.bidQuantity(i);
            long most = order.spec().instrument().floorToLot(FixedPoint.divide(left, price, RoundingMode.DOWN));
            long taken = Math.min(most, there);
            quantity += taken;
            left = taken < there ? 0 : left - order.spec().instrument().notional(price, taken);
        }
        return quantity;
    }

    private ApiOrder replaced(ApiCall call) {
        Params params = call.params();
        SymbolFeed symbol = Lookup.symbol(trading.feed(), params);
        ApiOrder order = params.has("cancelOrderId")
                ? trading.desk().byId(call.accountId(), symbol.spec(), params.number("cancelOrderId", 0))
                : trading.desk().byClientId(call.accountId(), symbol.spec(), params.text("cancelOrigClientOrderId"));
        if (order == null || !order.isOpen()) {
            throw SpotRefusals.of(RejectReason.UNKNOWN_ORDER);
        }
        checkRestriction(order, params);
        return order;
    }

    private static void checkRestriction(ApiOrder order, Params params) {
        String restriction = params.text("cancelRestrictions", "");
        boolean newOnly = restriction.equals("ONLY_NEW") && order.executed() > 0;
        boolean partialOnly = restriction.equals("ONLY_PARTIALLY_FILLED") && order.executed() == 0;
        if (newOnly || partialOnly) {
            throw ApiError.bad(-2011, "Order was not canceled due to cancel restrictions.");
        }
    }

    private static String cancelId(Params params, String name) {
        return params.text(name, "x-" + Long.toHexString(params.all().hashCode() & 0xFFFF_FFFFL));
    }

    private static Leg attempt(java.util.function.Supplier<String> leg) {
        try {
            return new Leg(true, leg.get(), false);
        } catch (ApiError e) {
            return new Leg(false, e.json(), false);
        }
    }

    private record Leg(boolean ok, String json, boolean skipped) {
        String result() {
            return ok ? "SUCCESS" : skipped ? "NOT_ATTEMPTED" : "FAILURE";
        }
    }
}
