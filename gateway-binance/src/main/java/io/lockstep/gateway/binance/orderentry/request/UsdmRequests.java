package io.lockstep.gateway.binance.orderentry.request;

import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * Templates of everything USDⓈ-M futures are asked, for an account in one-way position mode. Immutable.
 *
 * <p>Conditional orders go to the venue's Algo service, which has ids of its own kind ({@code clientAlgoId}).
 */
public final class UsdmRequests {
    private final RequestProfile profile;

    /** Makes templates for a channel. */
    public UsdmRequests(RequestProfile profile) {
        this.profile = profile;
    }

    /** A new order; null for a kind that futures do not offer. */
    public @Nullable RequestTemplate newOrder(String symbol, OrderKind kind, StpMode stp) {
        if (kind.iceberg() || kind.byValue() || stp == StpMode.DECREMENT) {
            return null;
        }
        return kind.isConditional() ? newAlgo(symbol, kind, stp) : newPlain(symbol, kind, stp);
    }

    /** Changes price and quantity of a limit order, which then queues anew. */
    public RequestTemplate modify(String symbol, Side side) {
        return profile.account(RequestTemplate.of(Endpoint.USDM_MODIFY)
                .text("symbol", symbol)
                .text("side", nameOf(side))
                .field("origClientOrderId", RequestField.ORIGINAL_CLIENT_ORDER_ID)
                .field("price", RequestField.PRICE)
                .field("quantity", RequestField.QUANTITY));
    }

    /** Cancels an order by our id. */
    public RequestTemplate cancel(String symbol) {
        return originalOrder(Endpoint.USDM_CANCEL, symbol);
    }

    /** Cancels an order by the venue's id. */
    public RequestTemplate cancelByVenueId(String symbol) {
        return profile.account(RequestTemplate.of(Endpoint.USDM_CANCEL)
                .text("symbol", symbol)
                .field("orderId", RequestField.VENUE_ORDER_ID));
    }

    /** Cancels a conditional order by our id. */
    public RequestTemplate cancelAlgo() {
        return profile.account(RequestTemplate.of(Endpoint.USDM_CANCEL_ALGO)
                .field("clientAlgoId", RequestField.ORIGINAL_CLIENT_ORDER_ID));
    }

    /** Cancels a conditional order by the venue's id. */
    public RequestTemplate cancelAlgoByVenueId() {
        return profile.account(
                RequestTemplate.of(Endpoint.USDM_CANCEL_ALGO).field("algoId", RequestField.VENUE_ORDER_ID));
    }

    /** Cancels every open order of a symbol, conditional ones apart. */
    public RequestTemplate cancelAll(String symbol) {
        return symbolOnly(Endpoint.USDM_CANCEL_ALL, symbol);
    }

    /** Cancels every conditional order of a symbol. */
    public RequestTemplate cancelAllAlgos(String symbol) {
        return symbolOnly(Endpoint.USDM_CANCEL_ALL_ALGOS, symbol);
    }

    /**
     * Lets the venue cancel every open order of a symbol unless told otherwise within {@link RequestValues#number} milliseconds; 0
     * disarms. Each call replaces the one before.
     */
    public RequestTemplate countdownCancelAll(String symbol) {
        return profile.account(RequestTemplate.of(Endpoint.USDM_COUNTDOWN_CANCEL_ALL)
                .text("symbol", symbol)
                .field("countdownTime", RequestField.NUMBER));
    }

    /** Asks for an order by our id. */
    public RequestTemplate queryOrder(String symbol) {
        return originalOrder(Endpoint.USDM_QUERY_ORDER, symbol);
    }

    /** Asks for a conditional order by our id. */
    public RequestTemplate queryAlgo() {
        return profile.account(RequestTemplate.of(Endpoint.USDM_QUERY_ALGO)
                .field("clientAlgoId", RequestField.ORIGINAL_CLIENT_ORDER_ID));
    }

    /** Asks for an order by the venue's id. */
    public RequestTemplate queryByVenueId(String symbol) {
        return profile.account(RequestTemplate.of(Endpoint.USDM_QUERY_ORDER)
                .text("symbol", symbol)
                .field("orderId", RequestField.VENUE_ORDER_ID));
    }

    /** Asks for the latest orders of a symbol, in any state. */
    public RequestTemplate recentOrders(String symbol) {
        return profile.account(RequestTemplate.of(Endpoint.USDM_ALL_ORDERS)
                .text("symbol", symbol)
                .number("limit", 500));
    }

    /** Asks for the latest fills of a symbol. */
    public RequestTemplate recentTrades(String symbol) {
        return profile.account(
                RequestTemplate.of(Endpoint.USDM_TRADES).text("symbol", symbol).number("limit", 1_000));
    }

    /** Asks whether the account is in hedge mode. */
    public RequestTemplate readPositionMode() {
        return profile.account(RequestTemplate.of(Endpoint.USDM_READ_POSITION_MODE));
    }

    /** Asks for all open conditional orders; dear. */
    public RequestTemplate allOpenAlgos() {
        return profile.account(RequestTemplate.of(Endpoint.USDM_ALL_OPEN_ALGOS));
    }

    /** Asks for the account's margins and permission to trade. */
    public RequestTemplate account() {
        return profile.account(RequestTemplate.of(Endpoint.USDM_ACCOUNT));
    }

    /** Asks for a listen key, which opens the user stream. */
    public RequestTemplate listenKey() {
        return profile.open(RequestTemplate.of(Endpoint.USDM_LISTEN_KEY));
    }

    /** Keeps the listen key alive. */
    public RequestTemplate keepListenKey() {
        return profile.open(RequestTemplate.of(Endpoint.USDM_KEEP_LISTEN_KEY));
    }

    /** Asks for every symbol and its rules. */
    public RequestTemplate exchangeInfo() {
        return profile.open(RequestTemplate.of(Endpoint.USDM_EXCHANGE_INFO));
    }

    /** Asks for a symbol's best bid and ask. */
    public RequestTemplate bestPrices(String symbol) {
        return profile.open(RequestTemplate.of(Endpoint.USDM_BEST_PRICES).text("symbol", symbol));
    }

    /** Asks for the venue's clock. */
    public RequestTemplate time() {
        return profile.open(RequestTemplate.of(Endpoint.USDM_TIME));
    }

    /** Asks for the open orders of a symbol. */
    public RequestTemplate openOrders(String symbol) {
        return symbolOnly(Endpoint.USDM_OPEN_ORDERS, symbol);
    }

    /** Asks for all open orders; dear. */
    public RequestTemplate allOpenOrders() {
        return profile.account(RequestTemplate.of(Endpoint.USDM_ALL_OPEN_ORDERS));
    }

    /** Asks for the open conditional orders of a symbol. */
    public RequestTemplate openAlgos(String symbol) {
        return symbolOnly(Endpoint.USDM_OPEN_ALGOS, symbol);
    }

    /** Asks for the account's fills of a symbol from a trade id on. */
    public RequestTemplate tradesFrom(String symbol) {
        return profile.account(RequestTemplate.of(Endpoint.USDM_TRADES)
                .text("symbol", symbol)
                .field("fromId", RequestField.NUMBER)
                .number("limit", 1_000));
    }

    /** Asks for the balances. */
    public RequestTemplate balance() {
        return profile.account(RequestTemplate.of(Endpoint.USDM_BALANCE));
    }

    /** Asks for the positions. */
    public RequestTemplate positions() {
        return profile.account(RequestTemplate.of(Endpoint.USDM_POSITIONS));
    }

    /** Asks for funding paid and received since {@link RequestValues#number}, milliseconds. */
    public RequestTemplate fundingSince() {
        return profile.account(RequestTemplate.of(Endpoint.USDM_INCOME)
                .text("incomeType", "FUNDING_FEE")
                .field("startTime", RequestField.NUMBER)
                .number("limit", 1_000));
    }

    /** Sets a symbol's leverage to {@link RequestValues#number}. */
    public RequestTemplate leverage(String symbol) {
        return profile.account(RequestTemplate.of(Endpoint.USDM_LEVERAGE)
                .text("symbol", symbol)
                .field("leverage", RequestField.NUMBER));
    }

    /** Sets whether a symbol's margin is shared with others. */
    public RequestTemplate marginType(String symbol, boolean isolated) {
        return profile.account(RequestTemplate.of(Endpoint.USDM_MARGIN_TYPE)
                .text("symbol", symbol)
                .text("marginType", isolated ? "ISOLATED" : "CROSSED"));
    }

    /** Sets one-way or hedge mode for the whole account. */
    public RequestTemplate positionMode(boolean hedge) {
        return profile.account(
                RequestTemplate.of(Endpoint.USDM_POSITION_MODE).text("dualSidePosition", Boolean.toString(hedge)));
    }

    /** Asks for a symbol's margin steps. */
    public RequestTemplate brackets(String symbol) {
        return symbolOnly(Endpoint.USDM_BRACKETS, symbol);
    }

    /** Asks for the account's fees on a symbol. */
    public RequestTemplate fees(String symbol) {
        return symbolOnly(Endpoint.USDM_FEES, symbol);
    }

    /** Logs a connection on; Ed25519 keys only. */
    public RequestTemplate logon() {
        return profile.proof(RequestTemplate.of(Endpoint.USDM_LOGON));
    }

    private @Nullable RequestTemplate newPlain(String symbol, OrderKind kind, StpMode stp) {
        boolean limit = kind.isPriced();
        if (kind.closePosition() || limit && !isOffered(kind.timeInForce())) {
            return null;
        }
        RequestTemplate.Builder order = orderOf(Endpoint.USDM_NEW_ORDER, symbol, kind, stp)
                .text("type", limit ? "LIMIT" : "MARKET")
                .field("newClientOrderId", RequestField.CLIENT_ORDER_ID)
                .field("quantity", RequestField.QUANTITY);
        addTimeInForce(order, kind);
        return profile.account(order);
    }

    private @Nullable RequestTemplate newAlgo(String symbol, OrderKind kind, StpMode stp) {
        String type = switch (kind.type()) {
            case STOP_MARKET -> "STOP_MARKET";
            case STOP_LIMIT -> "STOP";
            case TAKE_PROFIT_MARKET -> "TAKE_PROFIT_MARKET";
            case TAKE_PROFIT_LIMIT -> "TAKE_PROFIT";
            case TRAILING_STOP -> "TRAILING_STOP_MARKET";
            default -> "";
        };
        boolean trails = kind.type() == OrderType.TRAILING_STOP;
        boolean closes = kind.closePosition();
        if (type.isEmpty()
                || closes && (kind.isPriced() || kind.reduceOnly() || trails)
                || kind.isPriced() && !isOffered(kind.timeInForce())) {
            return null;
        }
        RequestTemplate.Builder order = orderOf(Endpoint.USDM_NEW_ALGO, symbol, kind, stp)
                .text("algoType", "CONDITIONAL")
                .text("type", type)
                .text("workingType", "CONTRACT_PRICE")
                .field("clientAlgoId", RequestField.CLIENT_ORDER_ID);
        if (trails) {
            order.field("callbackRate", RequestField.TRAIL_PERCENT);
        } else {
            order.field("triggerPrice", RequestField.STOP_PRICE);
        }
        if (closes) {
            order.text("closePosition", "true");
        } else {
            order.field("quantity", RequestField.QUANTITY);
        }
        addTimeInForce(order, kind);
        return profile.account(order);
    }

    private RequestTemplate.Builder orderOf(Endpoint endpoint, String symbol, OrderKind kind, StpMode stp) {
        RequestTemplate.Builder order = RequestTemplate.of(endpoint)
                .text("symbol", symbol)
                .text("side", nameOf(kind.side()))
                .text("positionSide", "BOTH")
                .text("newOrderRespType", profile.responseType().forFutures().name())
                .text("selfTradePreventionMode", stp.name());
        if (kind.reduceOnly()) {
            order.text("reduceOnly", "true");
        }
        return order;
    }

    private static void addTimeInForce(RequestTemplate.Builder order, OrderKind kind) {
        if (kind.isPriced()) {
            order.field("price", RequestField.PRICE)
                    .text("timeInForce", kind.timeInForce().name());
            if (kind.timeInForce() == TimeInForce.GTD) {
                order.field("goodTillDate", RequestField.EXPIRE_TIME);
            }
        }
    }

    private static boolean isOffered(TimeInForce timeInForce) {
        return switch (timeInForce) {
            case GTC, IOC, FOK, GTX, GTD -> true;
            default -> false;
        };
    }

    private RequestTemplate originalOrder(Endpoint endpoint, String symbol) {
        return profile.account(RequestTemplate.of(endpoint)
                .text("symbol", symbol)
                .field("origClientOrderId", RequestField.ORIGINAL_CLIENT_ORDER_ID));
    }

    private RequestTemplate symbolOnly(Endpoint endpoint, String symbol) {
        return profile.account(RequestTemplate.of(endpoint).text("symbol", symbol));
    }

    private static String nameOf(Side side) {
        return side == Side.BUY ? "BUY" : "SELL";
    }
}
