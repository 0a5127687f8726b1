package io.lockstep.gateway.binance.orderentry.request;

/** What can be asked of the venues, with its names and its price in request weight. */
public enum Endpoint {
    SPOT_NEW_ORDER("order.place", "POST", "/api/v3/order", 1),
    SPOT_TEST_ORDER("order.test", "POST", "/api/v3/order/test", 1),
    SPOT_CANCEL("order.cancel", "DELETE", "/api/v3/order", 1),
    SPOT_CANCEL_REPLACE("order.cancelReplace", "POST", "/api/v3/order/cancelReplace", 1),
    SPOT_AMEND("order.amend.keepPriority", "PUT", "/api/v3/order/amend/keepPriority", 4),
    SPOT_CANCEL_ALL("openOrders.cancelAll", "DELETE", "/api/v3/openOrders", 1),
    SPOT_QUERY_ORDER("order.status", "GET", "/api/v3/order", 4),
    SPOT_OPEN_ORDERS("openOrders.status", "GET", "/api/v3/openOrders", 6),
    SPOT_ALL_OPEN_ORDERS("openOrders.status", "GET", "/api/v3/openOrders", 80),
    SPOT_ALL_ORDERS("allOrders", "GET", "/api/v3/allOrders", 20),
    SPOT_ACCOUNT("account.status", "GET", "/api/v3/account", 20),
    SPOT_TRADES("myTrades", "GET", "/api/v3/myTrades", 20),
    SPOT_ORDER_TRADES("myTrades", "GET", "/api/v3/myTrades", 5),
    SPOT_FEES("account.commission", "GET", "/api/v3/account/commission", 20),
    SPOT_LOGON("session.logon", "", "", 2),
    SPOT_SUBSCRIBE("userDataStream.subscribe", "", "", 2),
    SPOT_SUBSCRIBE_SIGNED("userDataStream.subscribe.signature", "", "", 2),
    SPOT_EXCHANGE_INFO("exchangeInfo", "GET", "/api/v3/exchangeInfo", 20),
    SPOT_BEST_PRICES("ticker.book", "GET", "/api/v3/ticker/bookTicker", 2),
    SPOT_KEY_RIGHTS("", "GET", "/sapi/v1/account/apiRestrictions", 1),
    SPOT_TIME("time", "GET", "/api/v3/time", 1),
    USDM_NEW_ORDER("order.place", "POST", "/fapi/v1/order", 0),
    USDM_TEST_ORDER("", "POST", "/fapi/v1/order/test", 0),
    USDM_MODIFY("order.modify", "PUT", "/fapi/v1/order", 0),
    USDM_CANCEL("order.cancel", "DELETE", "/fapi/v1/order", 1),
    USDM_CANCEL_ALL("", "DELETE", "/fapi/v1/allOpenOrders", 1),
    USDM_COUNTDOWN_CANCEL_ALL("", "POST", "/fapi/v1/countdownCancelAll", 10),
    USDM_QUERY_ORDER("order.status", "GET", "/fapi/v1/order", 1),
    USDM_ALL_ORDERS("", "GET", "/fapi/v1/allOrders", 5),
    USDM_OPEN_ORDERS("", "GET", "/fapi/v1/openOrders", 1),
    USDM_ALL_OPEN_ORDERS("", "GET", "/fapi/v1/openOrders", 40),
    USDM_NEW_ALGO("algoOrder.place", "POST", "/fapi/v1/algoOrder", 0),
    USDM_CANCEL_ALGO("algoOrder.cancel", "DELETE", "/fapi/v1/algoOrder", 1),
    USDM_QUERY_ALGO("", "GET", "/fapi/v1/algoOrder", 1),
    USDM_OPEN_ALGOS("", "GET", "/fapi/v1/openAlgoOrders", 1),
    USDM_ALL_OPEN_ALGOS("", "GET", "/fapi/v1/openAlgoOrders", 40),
    USDM_CANCEL_ALL_ALGOS("", "DELETE", "/fapi/v1/algoOpenOrders", 1),
    USDM_ACCOUNT("v2/account.status", "GET", "/fapi/v3/account", 5),
    USDM_BALANCE("v2/account.balance", "GET", "/fapi/v3/balance", 5),
    USDM_POSITIONS("v2/account.position", "GET", "/fapi/v3/positionRisk", 5),
    USDM_TRADES("", "GET", "/fapi/v1/userTrades", 5),
    USDM_INCOME("", "GET", "/fapi/v1/income", 30),
    USDM_LEVERAGE("", "POST", "/fapi/v1/leverage", 1),
    USDM_MARGIN_TYPE("", "POST", "/fapi/v1/marginType", 1),
    USDM_POSITION_MODE("", "POST", "/fapi/v1/positionSide/dual", 1),
    USDM_READ_POSITION_MODE("", "GET", "/fapi/v1/positionSide/dual", 30),
    USDM_LISTEN_KEY("", "POST", "/fapi/v1/listenKey", 1),
    USDM_KEEP_LISTEN_KEY("", "PUT", "/fapi/v1/listenKey", 1),
    USDM_BRACKETS("", "GET", "/fapi/v1/leverageBracket", 1),
    USDM_FEES("", "GET", "/fapi/v1/commissionRate", 20),
    USDM_LOGON("session.logon", "", "", 2),
    USDM_EXCHANGE_INFO("", "GET", "/fapi/v1/exchangeInfo", 1),
    USDM_BEST_PRICES("ticker.book", "GET", "/fapi/v1/ticker/bookTicker", 2),
    USDM_TIME("", "GET", "/fapi/v1/time", 1);

    private final String method;
    private final String verb;
    private final String path;
    private final int weight;

    Endpoint(String method, String verb, String path, int weight) {
        this.method = method;
        this.verb = verb;
        this.path = path;
        this.weight = weight;
    }

    /** Name on the WebSocket API; empty where it is not offered there. */
    public String method() {
        return method;
    }

    /** HTTP verb; empty where REST does not offer it. */
    public String verb() {
        return verb;
    }

    /** HTTP path; empty where REST does not offer it. */
    public String path() {
        return path;
    }

    /** Request weight; spot charges none for orders and cancels that succeed. */
    public int weight() {
        return weight;
    }

    /** How many orders it counts as in the venue's order limits. */
    public int orders() {
        return switch (this) {
            case SPOT_NEW_ORDER, SPOT_CANCEL_REPLACE, USDM_NEW_ORDER, USDM_MODIFY, USDM_NEW_ALGO -> 1;
            default -> 0;
        };
    }

    /** Whether it needs a signature. */
    public boolean isSigned() {
        return switch (this) {
            case SPOT_TIME, SPOT_EXCHANGE_INFO, SPOT_BEST_PRICES -> false;
            case USDM_TIME, USDM_EXCHANGE_INFO, USDM_BEST_PRICES, USDM_LISTEN_KEY, USDM_KEEP_LISTEN_KEY -> false;
            default -> true;
        };
    }

    /** Whether the WebSocket API offers it. */
    public boolean isOnWebSocket() {
        return !method.isEmpty();
    }
}
