package io.lockstep.gateway.binance.orderentry.request;

import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import org.jspecify.annotations.Nullable;

/** Templates of everything Spot is asked. Immutable. */
public final class SpotRequests {
    private final RequestProfile profile;

    /** Makes templates for a channel. */
    public SpotRequests(RequestProfile profile) {
        this.profile = profile;
    }

    /** A new order; null for a kind that Spot does not offer. */
    public @Nullable RequestTemplate newOrder(String symbol, OrderKind kind, StpMode stp) {
        RequestTemplate.Builder order = RequestTemplate.of(Endpoint.SPOT_NEW_ORDER);
        return addOrder(order, symbol, kind, stp) ? profile.account(order) : null;
    }

    /**
     * Cancels one order and places another. Not atomic: the old may be gone and the new refused, so that the answer's body counts,
     * not its status.
     */
    public @Nullable RequestTemplate cancelReplace(String symbol, OrderKind kind, StpMode stp) {
        RequestTemplate.Builder order = RequestTemplate.of(Endpoint.SPOT_CANCEL_REPLACE)
                .text("cancelReplaceMode", "STOP_ON_FAILURE")
                .field("cancelOrigClientOrderId", RequestField.ORIGINAL_CLIENT_ORDER_ID)
                .field("cancelNewClientOrderId", RequestField.CANCEL_CLIENT_ORDER_ID);
        return addOrder(order, symbol, kind, stp) ? profile.account(order) : null;
    }

    /** Cancels an order by our id. */
    public RequestTemplate cancel(String symbol) {
        return profile.account(RequestTemplate.of(Endpoint.SPOT_CANCEL)
                .text("symbol", symbol)
                .field("origClientOrderId", RequestField.ORIGINAL_CLIENT_ORDER_ID)
                .field("newClientOrderId", RequestField.CLIENT_ORDER_ID));
    }

    /** Cancels an order by the venue's id. */
    public RequestTemplate cancelByVenueId(String symbol) {
        return profile.account(RequestTemplate.of(Endpoint.SPOT_CANCEL)
                .text("symbol", symbol)
                .field("orderId", RequestField.VENUE_ORDER_ID)
                .field("newClientOrderId", RequestField.CLIENT_ORDER_ID));
    }

    /** Makes an order smaller without losing its place in the queue. */
    public RequestTemplate amend(String symbol) {
        return profile.account(RequestTemplate.of(Endpoint.SPOT_AMEND)
                .text("symbol", symbol)
                .field("origClientOrderId", RequestField.ORIGINAL_CLIENT_ORDER_ID)
                .field("newClientOrderId", RequestField.CLIENT_ORDER_ID)
                .field("newQty", RequestField.QUANTITY));
    }

    /** Cancels every open order of a symbol. */
    public RequestTemplate cancelAll(String symbol) {
        return symbolOnly(Endpoint.SPOT_CANCEL_ALL, symbol);
    }

    /** Asks for an order by our id. */
    public RequestTemplate queryOrder(String symbol) {
        return profile.account(RequestTemplate.of(Endpoint.SPOT_QUERY_ORDER)
                .text("symbol", symbol)
                .field("origClientOrderId", RequestField.ORIGINAL_CLIENT_ORDER_ID));
    }

    /** Asks for an order by the venue's id. */
    public RequestTemplate queryByVenueId(String symbol) {
        return profile.account(RequestTemplate.of(Endpoint.SPOT_QUERY_ORDER)
                .text("symbol", symbol)
                .field("orderId", RequestField.VENUE_ORDER_ID));
    }

    /** Asks for the latest orders of a symbol, in any state. */
    public RequestTemplate recentOrders(String symbol) {
        return profile.account(RequestTemplate.of(Endpoint.SPOT_ALL_ORDERS)
                .text("symbol", symbol)
                .number("limit", 500));
    }

    /** Asks for the latest fills of a symbol. */
    public RequestTemplate recentTrades(String symbol) {
        return profile.account(
                RequestTemplate.of(Endpoint.SPOT_TRADES).text("symbol", symbol).number("limit", 1_000));
    }

    /** Asks for the open orders of a symbol. */
    public RequestTemplate openOrders(String symbol) {
        return symbolOnly(Endpoint.SPOT_OPEN_ORDERS, symbol);
    }

    /** Asks for all open orders; dear. */
    public RequestTemplate allOpenOrders() {
        return profile.account(RequestTemplate.of(Endpoint.SPOT_ALL_OPEN_ORDERS));
    }

    /** Asks for the account's fills of a symbol from a trade id on. */
    public RequestTemplate tradesFrom(String symbol) {
        return profile.account(RequestTemplate.of(Endpoint.SPOT_TRADES)
                .text("symbol", symbol)
                .field("fromId", RequestField.NUMBER)
                .number("limit", 1_000));
    }

    /** Asks for the fills of one order. */
    public RequestTemplate tradesOfOrder(String symbol) {
        return profile.account(RequestTemplate.of(Endpoint.SPOT_ORDER_TRADES)
                .text("symbol", symbol)
                .field("orderId", RequestField.VENUE_ORDER_ID));
    }

    /** Asks for the balances that are not zero. */
    public RequestTemplate account() {
        return profile.account(RequestTemplate.of(Endpoint.SPOT_ACCOUNT).text("omitZeroBalances", "true"));
    }

    /** Asks for the account's fees on a symbol. */
    public RequestTemplate fees(String symbol) {
        return symbolOnly(Endpoint.SPOT_FEES, symbol);
    }

    /** Logs a connection on; Ed25519 keys only. */
    public RequestTemplate logon() {
        return profile.proof(RequestTemplate.of(Endpoint.SPOT_LOGON));
    }

    /** Asks for user events on a connection that has logged on. */
    public RequestTemplate subscribe() {
        return profile.open(RequestTemplate.of(Endpoint.SPOT_SUBSCRIBE));
    }

    /** Asks for user events with a signature of its own. */
    public RequestTemplate subscribeSigned() {
        return profile.proof(RequestTemplate.of(Endpoint.SPOT_SUBSCRIBE_SIGNED));
    }

    /** Asks for every symbol and its rules. */
    public RequestTemplate exchangeInfo() {
        return profile.open(RequestTemplate.of(Endpoint.SPOT_EXCHANGE_INFO));
    }

    /** Asks for a symbol's best bid and ask. */
    public RequestTemplate bestPrices(String symbol) {
        return profile.open(RequestTemplate.of(Endpoint.SPOT_BEST_PRICES).text("symbol", symbol));
    }

    /** Asks what the key is allowed; production only. */
    public RequestTemplate keyRights() {
        return profile.account(RequestTemplate.of(Endpoint.SPOT_KEY_RIGHTS));
    }

    /** Asks for the venue's clock. */
    public RequestTemplate time() {
        return profile.open(RequestTemplate.of(Endpoint.SPOT_TIME));
    }

    private RequestTemplate symbolOnly(Endpoint endpoint, String symbol) {
        return profile.account(RequestTemplate.of(endpoint).text("symbol", symbol));
    }

    /** Adds an order's parameters; false for a kind that Spot does not offer. */
    private boolean addOrder(RequestTemplate.Builder order, String symbol, OrderKind kind, StpMode stp) {
        boolean postOnly = kind.timeInForce() == TimeInForce.GTX;
        String type = typeOf(kind, postOnly);
        boolean takesTimeInForce = kind.isPriced() && !postOnly;
        boolean valueAllowed = !kind.byValue() || kind.type() == OrderType.MARKET;
        boolean icebergAllowed = !kind.iceberg() || takesTimeInForce && kind.timeInForce() == TimeInForce.GTC;
        if (type.isEmpty() || kind.reduceOnly() || kind.closePosition() || !icebergAllowed || !valueAllowed) {
            return false;
        }
        order.text("symbol", symbol)
                .text("side", kind.side() == Side.BUY ? "BUY" : "SELL")
                .text("type", type)
                .text("newOrderRespType", profile.responseType().name())
                .text("selfTradePreventionMode", stp.name())
                .field("newClientOrderId", RequestField.CLIENT_ORDER_ID);
        if (kind.byValue()) {
            order.field("quoteOrderQty", RequestField.NOTIONAL);
        } else {
            order.field("quantity", RequestField.QUANTITY);
        }
        if (kind.isPriced()) {
            order.field("price", RequestField.PRICE);
        }
        if (kind.type() == OrderType.TRAILING_STOP) {
            order.field("trailingDelta", RequestField.TRAIL_BIPS);
        } else if (kind.isConditional()) {
            order.field("stopPrice", RequestField.STOP_PRICE);
        }
        if (kind.iceberg()) {
            order.field("icebergQty", RequestField.DISPLAY_QUANTITY);
        }
        if (takesTimeInForce) {
            order.text("timeInForce", kind.timeInForce().name());
        }
        return true;
    }

    /** The venue's type, empty where there is none. Post-only is a type of its own and only plain limit orders have it. */
    private static String typeOf(OrderKind kind, boolean postOnly) {
        boolean offered = switch (kind.timeInForce()) {
            case GTC, IOC, FOK -> true;
            default -> false;
        };
        return switch (kind.type()) {
            case MARKET -> "MARKET";
            case LIMIT -> postOnly ? "LIMIT_MAKER" : offered ? "LIMIT" : "";
            case STOP_MARKET, TRAILING_STOP -> "STOP_LOSS";
            case STOP_LIMIT -> offered ? "STOP_LOSS_LIMIT" : "";
            case TAKE_PROFIT_MARKET -> "TAKE_PROFIT";
            case TAKE_PROFIT_LIMIT -> offered ? "TAKE_PROFIT_LIMIT" : "";
            default -> "";
        };
    }
}
