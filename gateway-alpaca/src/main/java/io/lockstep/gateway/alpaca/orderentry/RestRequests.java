package io.lockstep.gateway.alpaca.orderentry;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.gateway.alpaca.wire.JsonText;
import io.lockstep.gateway.alpaca.wire.RestRequest;
import io.lockstep.gateway.alpaca.wire.RestRequest.Method;

/**
 * Writes the requests of the trading API. Alpaca Trading API v2, "Orders" and "Positions", read 2026-11. Owned by one thread; the
 * request returned is the same object every time.
 */
public final class RestRequests {
    private static final long NONE = OrderRequest.NONE;
    private static final String ORDERS = "/v2/orders";
    private static final String POSITIONS = "/v2/positions";

    private final RestRequest request = new RestRequest();

    /** Places an order that passed the {@link OrderValidator}. */
    public RestRequest place(OrderRequest order, CharSequence clientOrderId) {
        JsonText json = request.begin(Method.POST, ORDERS).body();
        json.open('{').key("symbol").text(order.symbol());
        optional(json, "qty", order.quantity());
        optional(json, "notional", order.notional());
        json.key("side").text(OrderWords.side(order.side()));
        json.key("type").text(OrderWords.type(order.type()));
        json.key("time_in_force").text(OrderWords.timeInForce(order.timeInForce()));
        optional(json, "limit_price", order.limitPrice());
        optional(json, "stop_price", order.stopPrice());
        optional(json, "trail_price", order.trailPrice());
        optional(json, "trail_percent", order.trailPercent());
        if (order.isExtendedHours()) {
            json.key("extended_hours").bool(true);
        }
        if (order.isClosing()) {
            json.key("position_intent").text(OrderWords.closingIntent(order.side()));
        }
        tied(json, order);
        json.key("client_order_id").text(clientOrderId).close('}');
        return request;
    }

    /**
     * Replaces an order. The client order id is ours and new: the only handle when the answer is lost.
     *
     * @param venueOrderId the order to replace
     * @param quantity new total quantity including what is filled, E8
     * @param limitPrice new limit price, E8, or {@link OrderRequest#NONE}
     * @param stopPrice new stop price, E8, or {@link OrderRequest#NONE}
     * @param timeInForce new time in force, or {@code NULL_VAL} to keep it
     * @param newClientOrderId id of the order that takes its place
     */
    public RestRequest replace(
            CharSequence venueOrderId,
            long quantity,
            long limitPrice,
            long stopPrice,
            TimeInForce timeInForce,
            CharSequence newClientOrderId) {
        JsonText json = request.begin(Method.PATCH, ORDERS)
                .append("/")
                .append(venueOrderId)
                .body();
        json.open('{');
        optional(json, "qty", quantity);
        optional(json, "limit_price", limitPrice);
        optional(json, "stop_price", stopPrice);
        if (timeInForce != TimeInForce.NULL_VAL) {
            json.key("time_in_force").text(OrderWords.timeInForce(timeInForce));
        }
        json.key("client_order_id").text(newClientOrderId).close('}');
        return request;
    }

    /** Asks for an order to be canceled; it still works until its own event says otherwise. */
    public RestRequest cancel(CharSequence venueOrderId) {
        return request.begin(Method.DELETE, ORDERS).append("/").append(venueOrderId);
    }

    /** Asks for all orders of the account to be canceled; the answer tells one by one. */
    public RestRequest cancelAll() {
        return request.begin(Method.DELETE, ORDERS);
    }

    /** Looks an order up by our id: the way out of a lost answer. */
    public RestRequest orderByClientId(CharSequence clientOrderId) {
        return request.begin(Method.GET, ORDERS)
                .append(":by_client_order_id?client_order_id=")
                .append(clientOrderId);
    }

    /** Looks an order up by the venue's id. */
    public RestRequest order(CharSequence venueOrderId) {
        return request.begin(Method.GET, ORDERS).append("/").append(venueOrderId);
    }

    /** Lists open orders, children apart. */
    public RestRequest openOrders() {
        return request.begin(Method.GET, ORDERS).append("?status=open&limit=500&direction=asc&nested=false");
    }

    /** Lists open orders of one symbol, children apart. */
    public RestRequest openOrders(CharSequence symbol) {
        return openOrders().append("&symbols=").appendSymbol(symbol);
    }

    /**
     * Lists orders of any status submitted after a time, to find what happened while nobody listened.
     *
     * @param after RFC 3339 in UTC, as {@code 2026-03-10T14:30:00Z}
     */
    public RestRequest ordersAfter(CharSequence after) {
        return request.begin(Method.GET, ORDERS)
                .append("?status=all&limit=500&direction=asc&nested=false&after=")
                .append(after);
    }

    /**
     * Lists executions after a time, oldest first.
     *
     * @param after RFC 3339 in UTC
     * @param pageToken id of the last one of the page before, empty for the first page
     */
    public RestRequest fillsAfter(CharSequence after, CharSequence pageToken) {
        request.begin(Method.GET, "/v2/account/activities/FILL?direction=asc&page_size=100&after=")
                .append(after);
        return pageToken.isEmpty() ? request : request.append("&page_token=").append(pageToken);
    }

    /** Reads all positions. */
    public RestRequest positions() {
        return request.begin(Method.GET, POSITIONS);
    }

    /** Reads the position in one symbol. */
    public RestRequest position(CharSequence symbol) {
        return positions().append("/").appendSymbol(symbol);
    }

    /** Reads what the venue says of one asset. */
    public RestRequest asset(CharSequence symbol) {
        return request.begin(Method.GET, "/v2/assets/").appendSymbol(symbol);
    }

    /** Lists all active assets of a class. */
    public RestRequest assets(boolean crypto) {
        return request.begin(Method.GET, "/v2/assets?status=active&asset_class=")
                .append(crypto ? "crypto" : "us_equity");
    }

    /** Reads the venue's clock. */
    public RestRequest clock() {
        return request.begin(Method.GET, "/v2/clock");
    }

    /**
     * Lists trading days.
     *
     * @param from first date, included, as {@code 2026-03-10}
     * @param to last date, included
     */
    public RestRequest calendar(CharSequence from, CharSequence to) {
        return request.begin(Method.GET, "/v2/calendar?start=")
                .append(from)
                .append("&end=")
                .append(to);
    }

    /** Reads the account. */
    public RestRequest account() {
        return request.begin(Method.GET, "/v2/account");
    }

    /**
     * Closes a position, wholly or in part, with a market order.
     *
     * @param quantity how much, E8; {@link OrderRequest#NONE} for all of it
     */
    public RestRequest closePosition(CharSequence symbol, long quantity) {
        request.begin(Method.DELETE, POSITIONS).append("/").appendSymbol(symbol);
        return quantity == NONE ? request : request.append("?qty=").append(FixedPoint.format(quantity));
    }

    /** Cancels all orders and closes all positions; the answer tells one by one and may have to be asked for again. */
    public RestRequest closeAllPositions() {
        return request.begin(Method.DELETE, POSITIONS).append("?cancel_orders=true");
    }

    private static void tied(JsonText json, OrderRequest order) {
        if (order.orderClass() == OrderClass.SIMPLE) {
            return;
        }
        json.key("order_class").text(order.orderClass().wire());
        if (order.takeProfitPrice() != NONE) {
            json.key("take_profit").open('{');
            optional(json, "limit_price", order.takeProfitPrice());
            json.close('}');
        }
        if (order.stopLossPrice() != NONE) {
            json.key("stop_loss").open('{');
            optional(json, "stop_price", order.stopLossPrice());
            optional(json, "limit_price", order.stopLossLimitPrice());
            json.close('}');
        }
    }

    private static void optional(JsonText json, String key, long value) {
        if (value != NONE) {
            json.key(key).decimal(value);
        }
    }
}
