package io.lockstep.simulator.binance.spot;

import io.lockstep.simulator.binance.api.ApiError;
import io.lockstep.simulator.order.RejectReason;

/** Binance Spot's words for the core's refusals of new orders. */
final class SpotRefusals {
    private SpotRefusals() {}

    static ApiError of(RejectReason reason) {
        return switch (reason) {
            case LOT_SIZE, MIN_QUANTITY -> filter("LOT_SIZE");
            case MAX_QUANTITY -> filter("LOT_SIZE");
            case TICK_SIZE -> filter("PRICE_FILTER");
            case PRICE_BAND -> filter("PERCENT_PRICE_BY_SIDE");
            case MIN_NOTIONAL, MAX_NOTIONAL -> filter("NOTIONAL");
            case TOO_MANY_ORDERS -> filter("MAX_NUM_ORDERS");
            case INSUFFICIENT_BALANCE, INSUFFICIENT_MARGIN ->
                rejected("Account has insufficient balance for requested action.");
            case WOULD_TAKE -> rejected("Order would immediately match and take.");
            case WOULD_TRIGGER -> rejected("Order would trigger immediately.");
            case DUPLICATE_ID -> rejected("Duplicate order sent.");
            case MARKET_CLOSED, CANCEL_ONLY, POST_ONLY_PHASE -> rejected("Market is closed.");
            case UNKNOWN_ORDER -> ApiError.bad(-2011, "Unknown order sent.");
            case NO_CHANGE -> ApiError.bad(-2038, "Order amend request failed: no change.");
            default -> ApiError.bad(-1013, "Invalid order: " + reason + ".");
        };
    }

    private static ApiError filter(String name) {
        return ApiError.bad(-1013, "Filter failure: " + name);
    }

    private static ApiError rejected(String text) {
        return ApiError.bad(-2010, text);
    }
}
