package io.lockstep.simulator.order;

/** Why the venue refuses a request; the code stands in execution reports. */
public enum RejectReason {
    /** Not refused. */
    NONE(0),
    /** No such instrument. */
    UNKNOWN_INSTRUMENT(1),
    /** The instrument is halted or closed. */
    MARKET_CLOSED(2),
    /** The instrument takes cancellations only. */
    CANCEL_ONLY(3),
    /** The instrument takes post-only orders only. */
    POST_ONLY_PHASE(4),
    /** Side, type or time in force cannot be used this way. */
    INVALID_COMBINATION(5),
    /** The quantity is not positive or not a multiple of the lot size. */
    LOT_SIZE(6),
    /** The quantity is below the least allowed. */
    MIN_QUANTITY(7),
    /** The quantity is above the most allowed. */
    MAX_QUANTITY(8),
    /** The price is not positive or not a multiple of the tick size. */
    TICK_SIZE(9),
    /** The price is outside the band around the reference price. */
    PRICE_BAND(10),
    /** Price times quantity is below the least allowed. */
    MIN_NOTIONAL(11),
    /** Price times quantity is above the most allowed. */
    MAX_NOTIONAL(12),
    /** The balance does not cover it. */
    INSUFFICIENT_BALANCE(13),
    /** The margin does not cover it. */
    INSUFFICIENT_MARGIN(14),
    /** Post only, and it would take liquidity. */
    WOULD_TAKE(15),
    /** The trigger price is already met. */
    WOULD_TRIGGER(16),
    /** Reduce only, and there is nothing to reduce. */
    NOTHING_TO_REDUCE(17),
    /** The account has too many open orders. */
    TOO_MANY_ORDERS(18),
    /** The expiry time has passed. */
    EXPIRY_PAST(19),
    /** No open order of this id. */
    UNKNOWN_ORDER(20),
    /** The change changes nothing. */
    NO_CHANGE(21),
    /** An order of this client id is open. */
    DUPLICATE_ID(22),
    /** The account is being liquidated. */
    IN_LIQUIDATION(23);

    private final int code;

    RejectReason(int code) {
        this.code = code;
    }

    /** The code in execution reports. */
    public int code() {
        return code;
    }
}
