package io.lockstep.gateway.alpaca.execution.refusal;

/**
 * Why a request failed, and what to do. The table is total: {@link #of} has an answer for every status and text, and what it does not know
 * it calls a refusal only where the status proves one.
 *
 * <p>Alpaca API Reference, error tables, read 2026-11, and recorded answers. Status and code are the contract, texts may change: they
 * refine the reason and never decide whether an order may exist, but for the two texts that say it does.
 */
public enum RestError {
    /** The client order id was used before: an earlier request with it got through. */
    DUPLICATE_CLIENT_ID(422, 40010001, "client_order_id must be unique", Advice.LOOK_UP_AND_ADOPT),
    /** The order has ended; nothing can be canceled. */
    ORDER_ENDED(422, 42210000, "order is already in", Advice.READ_ORDER),
    /** The order cannot be replaced yet: it is not at the exchange. */
    NOT_YET_REPLACEABLE(422, 40010001, "isn't sent to exchange yet", Advice.RETRY_AFTER_EVENT),
    /** The order cannot be replaced any more. */
    NOT_REPLACEABLE(422, 40010001, "only open orders can be replaced", Advice.READ_ORDER),
    /** The order's status forbids the change. */
    STATUS_FORBIDS_REPLACE(422, 42210000, "cannot replace order", Advice.READ_ORDER),
    /** Another order has taken its place. */
    ALREADY_REPLACED(422, 42210000, "order already replaced", Advice.READ_ORDER),
    /** The new total is not above what is filled. */
    BELOW_FILLED(422, 42210000, "qty must be > filled_qty", Advice.READ_ORDER),
    /** The change changes nothing. */
    NOTHING_CHANGED(422, 42210000, "order parameters are not changed", Advice.READ_ORDER),
    /** A price finer than the exchange's smallest step. */
    SUB_PENNY(422, 42210000, "sub-penny", Advice.FIX_REQUEST),
    /** Parts of a share under conditions they do not trade under. */
    FRACTION_NOT_OFFERED(422, 42210000, "fractional orders must be", Advice.FIX_REQUEST),
    /** Outside the core session only limit orders for the day trade. */
    EXTENDED_HOURS(422, 42210000, "extended hours order", Advice.FIX_REQUEST),
    /** The asset cannot be sold short. */
    NOT_SHORTABLE(422, 42210000, "cannot be sold short", Advice.FIX_REQUEST),
    /** The asset takes no orders. */
    NOT_TRADABLE(422, 42210000, "is not tradable", Advice.FIX_REQUEST),
    /** The venue knows no such asset. */
    UNKNOWN_ASSET(422, 42210000, "not found", Advice.FIX_REQUEST),
    /** Another rule of the venue. */
    RULE(422, 42210000, "", Advice.FIX_REQUEST),
    /** A parameter is missing or wrong. */
    INVALID_PARAMETER(422, 40010001, "", Advice.FIX_REQUEST),
    /** Not enough buying power. */
    BUYING_POWER(403, 40310000, "insufficient buying power", Advice.REDUCE),
    /** Open orders hold the shares. */
    QUANTITY_HELD(403, 40310000, "insufficient qty available", Advice.CANCEL_OWN_ORDER),
    /** Not as many coins as that: fees were taken from them. */
    BALANCE(403, 40310000, "insufficient balance", Advice.SELL_AVAILABLE),
    /** An own order on the other side could trade with it. */
    WASH_TRADE(403, 40310000, "potential wash trade", Advice.CANCEL_OWN_ORDER),
    /** An own short sale or its opposite is open. */
    OPPOSITE_ORDER_OPEN(403, 40310000, "order is open", Advice.CANCEL_OWN_ORDER),
    /** The auction takes no orders now. */
    AUCTION_CLOSED(403, 40310000, "orders must be submitted", Advice.WAIT_FOR_WINDOW),
    /** The account may not trade. */
    ACCOUNT_BLOCKED(403, 40310000, "not authorized to trade", Advice.STOP),
    /** The asset does not trade in parts. */
    NOT_FRACTIONABLE(403, 40310000, "is not fractionable", Advice.ROUND_TO_WHOLE),
    /** The account does not trade parts of shares. */
    FRACTIONS_DISABLED(403, 40310000, "fractional trading is disabled", Advice.ROUND_TO_WHOLE),
    /** The order is worth too little. */
    TOO_SMALL(403, 40310000, "cost basis must be", Advice.RAISE_SIZE),
    /** The retired day-trading rule. */
    PATTERN_DAY_TRADING(403, 40310100, "", Advice.STOP),
    /** The plan does not include data this fresh. */
    DATA_PLAN(403, 42210000, "", Advice.OTHER_FEED),
    /** Another prohibition. */
    FORBIDDEN(403, 0, "", Advice.FIX_REQUEST),
    /** There is no such position. */
    NO_POSITION(404, 40410000, "position does not exist", Advice.TREAT_AS_FLAT),
    /** There is no such order. */
    NO_ORDER(404, 40410000, "order not found", Advice.LOOK_UP_AGAIN),
    /** There is nothing of that name. */
    NOT_FOUND(404, 0, "", Advice.FIX_REQUEST),
    /** The keys are wrong, of the other environment, or withdrawn. */
    UNAUTHORIZED(401, 0, "", Advice.STOP),
    /** Too many requests in this minute. */
    RATE_LIMIT(429, 0, "", Advice.RESEND_SAME_ID),
    /** The request could not be read. */
    BAD_REQUEST(400, 0, "", Advice.FIX_REQUEST),
    /** Another status that only a refusal has. */
    REFUSED(0, 0, "", Advice.FIX_REQUEST),
    /** The venue or something before it failed, or the answer was lost: the request may have been carried out. */
    UNKNOWN_OUTCOME(0, 0, "", Advice.LOOK_UP_UNTIL_CERTAIN);

    private static final RestError[] ALL = values();

    private final int status;
    private final int code;
    private final String text;
    private final Advice advice;

    RestError(int status, int code, String text, Advice advice) {
        this.status = status;
        this.code = code;
        this.text = text;
        this.advice = advice;
    }

    /**
     * The error of an answer.
     *
     * @param status HTTP status other than success; 0 when there was no answer although a byte was sent
     * @param code the venue's code, 0 when the body has none
     * @param message the venue's text, possibly empty
     */
    public static RestError of(int status, int code, String message) {
        for (RestError error : ALL) {
            if (error.matches(status, code, message)) {
                return error;
            }
        }
        return isRefusal(status) ? REFUSED : UNKNOWN_OUTCOME;
    }

    /** What to do. */
    public Advice advice() {
        return advice;
    }

    /** What it proves about the order of a request. */
    public OrderFate fate(Operation operation) {
        return switch (this) {
            case UNKNOWN_OUTCOME -> OrderFate.UNKNOWN;
            case DUPLICATE_CLIENT_ID -> OrderFate.EXISTS;
            case ORDER_ENDED -> OrderFate.ENDED;
            case NO_ORDER -> OrderFate.ABSENT;
            case NO_POSITION -> OrderFate.FLAT;
            default -> refusedFate(operation);
        };
    }

    private static OrderFate refusedFate(Operation operation) {
        return switch (operation) {
            case PLACE, CLOSE -> OrderFate.NOT_PLACED;
            case REPLACE, CANCEL -> OrderFate.UNCHANGED;
            case QUERY -> OrderFate.NOT_ABOUT_AN_ORDER;
        };
    }

    private boolean matches(int status, int code, String message) {
        return this.status != 0
                && this.status == status
                && (this.code == 0 || this.code == code)
                && message.contains(text);
    }

    /** Statuses that are decided before anything is carried out. A conflict or a time-out on the way is none of them. */
    private static boolean isRefusal(int status) {
        return switch (status) {
            case 402, 405, 406, 410, 411, 413, 414, 415, 417, 422, 426, 431, 451 -> true;
            default -> false;
        };
    }

    /** What to do about an error. */
    public enum Advice {
        /** A fault of ours: never send the same again. */
        FIX_REQUEST,
        /** Look the order up by our id and adopt what is there. */
        LOOK_UP_AND_ADOPT,
        /** Look the order up until the answer is certain; keep its whole exposure reserved. */
        LOOK_UP_UNTIL_CERTAIN,
        /** Look again after a while if the order was sent just now. */
        LOOK_UP_AGAIN,
        /** Read the order and wait for its event. */
        READ_ORDER,
        /** Try again after the order's next event. */
        RETRY_AFTER_EVENT,
        /** Cancel or re-price the own order that stands in the way and wait for its event. */
        CANCEL_OWN_ORDER,
        /** Read the account and send less. */
        REDUCE,
        /** Send what is available, not what was bought. */
        SELL_AVAILABLE,
        /** Send more. */
        RAISE_SIZE,
        /** Send whole shares. */
        ROUND_TO_WHOLE,
        /** Hold it until the window opens. */
        WAIT_FOR_WINDOW,
        /** Wait for the limit to reset and send the same under the same id. */
        RESEND_SAME_ID,
        /** Count the position as closed. */
        TREAT_AS_FLAT,
        /** Ask another feed, or for older data. */
        OTHER_FEED,
        /** Stop trading on this account and tell a person. */
        STOP
    }
}
