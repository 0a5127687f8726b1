package io.lockstep.gateway.alpaca.orderentry;

/** Why an order is not sent: the venue would refuse it for certain. */
public enum Refusal {
    /** It may be sent. */
    NONE,
    /** The venue has no such order type. */
    TYPE_NOT_OFFERED,
    /** The venue has no such time in force, or not for this type. */
    TIME_IN_FORCE_NOT_OFFERED,
    /** Neither a quantity nor an amount, or both. */
    QUANTITY_OR_NOTIONAL,
    /** A quantity or amount that is not positive. */
    QUANTITY_NOT_POSITIVE,
    /** A price that the type needs is missing, or one it does not take is there. */
    PRICES_DO_NOT_FIT_TYPE,
    /** A price that is not positive. */
    PRICE_NOT_POSITIVE,
    /** A price finer than a cent from one dollar on, or than a hundredth of a cent below. */
    SUB_PENNY,
    /** Not one of trailing distance in money and in percent, or less than 0.1 percent. */
    TRAIL,
    /** The asset cannot be traded in parts. */
    NOT_FRACTIONABLE,
    /** Parts of a share need a day order of a simple class and a type other than trailing stop. */
    FRACTION_NOT_OFFERED,
    /** Parts of a share cannot be sold short. */
    FRACTIONAL_SHORT,
    /** An amount of money needs a market order for the day. */
    NOTIONAL_NOT_OFFERED,
    /** Outside the core session only limit orders for the day trade. */
    EXTENDED_HOURS_NEEDS_DAY_LIMIT,
    /** The venue takes no orders in this asset. */
    NOT_TRADABLE,
    /** The asset cannot be sold short. */
    NOT_SHORTABLE,
    /** The venue takes no orders for this auction now. */
    AUCTION_CLOSED,
    /** Tied orders need a time in force of day or until canceled, and the core session. */
    CLASS_TIME_IN_FORCE,
    /** The tied orders are missing, too many, or on the wrong side of each other. */
    CLASS_GEOMETRY,
    /** A crypto order above the largest or below the smallest value the venue takes. */
    CRYPTO_VALUE
}
