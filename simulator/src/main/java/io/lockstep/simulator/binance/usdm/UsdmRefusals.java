package io.lockstep.simulator.binance.usdm;

import io.lockstep.simulator.binance.api.ApiError;
import io.lockstep.simulator.binance.trade.ApiOrder;
import io.lockstep.simulator.order.RejectReason;

/** USDⓈ-M's words for the core's refusals. */
final class UsdmRefusals {
    private UsdmRefusals() {}

    static ApiError of(RejectReason reason, ApiOrder order) {
        return switch (reason) {
            case LOT_SIZE -> lot(order);
            case MIN_QUANTITY -> ApiError.bad(-4004, "Quantity less than or equal to minimum quantity.");
            case MAX_QUANTITY -> ApiError.bad(-4005, "Quantity greater than max quantity.");
            case TICK_SIZE -> ApiError.bad(-4014, "Price not increased by tick size.");
            case PRICE_BAND ->
                order.isBuy()
                        ? ApiError.bad(-4016, "Limit price can't be higher than the multiplier cap.")
                        : ApiError.bad(-4024, "Limit price can't be lower than the multiplier floor.");
            case MIN_NOTIONAL ->
                ApiError.bad(
                        -4164,
                        "Order's notional must be no smaller than "
                                + order.spec().price(order.spec().instrument().minNotional())
                                + " (unless you choose reduce only).");
            case INSUFFICIENT_BALANCE, INSUFFICIENT_MARGIN -> ApiError.bad(-2019, "Margin is insufficient.");
            case WOULD_TAKE ->
                ApiError.bad(
                        -5022,
                        "Due to the order could not be executed as maker, the Post Only order will be rejected.");
            case WOULD_TRIGGER -> ApiError.bad(-2021, "Order would immediately trigger.");
            case NOTHING_TO_REDUCE -> ApiError.bad(-2022, "ReduceOnly Order is rejected.");
            case TOO_MANY_ORDERS -> ApiError.bad(-2025, "Reach max open order limit.");
            case DUPLICATE_ID -> ApiError.bad(-4116, "ClientOrderId is duplicated.");
            case EXPIRY_PAST -> ApiError.bad(-5040, "The goodTillDate has passed.");
            case UNKNOWN_ORDER -> ApiError.bad(-2011, "Unknown order sent.");
            case NO_CHANGE -> ApiError.bad(-5027, "No need to modify the order.");
            case MARKET_CLOSED, CANCEL_ONLY, POST_ONLY_PHASE ->
                ApiError.bad(-4108, "This symbol is not in trading status.");
            default -> ApiError.bad(-1106, "Order refused: " + reason + ".");
        };
    }

    private static ApiError lot(ApiOrder order) {
        return order.terms().quantity() <= 0
                ? ApiError.bad(-4003, "Quantity less than or equal to zero.")
                : ApiError.bad(-1111, "Precision is over the maximum defined for this asset.");
    }
}
