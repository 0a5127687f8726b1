package io.lockstep.engine.risk;

/**
 * Why an order was stopped here. The code is stable and journaled; the unit says how to read the limit and the actual value.
 */
public enum DenyReason {
    /** Not denied. */
    NONE(0, Unit.NONE),
    /** The kill latch is set: nothing new may leave. */
    KILL_LATCH(1, Unit.NONE),
    /** The trading state of engine, venue, account, instrument or strategy forbids it; values are the states, allowed and actual. */
    TRADING_STATE(2, Unit.STATE),
    /** The venue does not trade the instrument now; values are status codes. */
    INSTRUMENT_STATUS(3, Unit.STATE),
    /** No limits are set for the instrument. */
    NO_LIMITS(4, Unit.NONE),
    /** Quantity is not positive. */
    NOT_POSITIVE(5, Unit.DECIMAL),
    /** Price is no multiple of the tick size. */
    TICK_SIZE(6, Unit.DECIMAL),
    /** Quantity is no multiple of the lot size. */
    LOT_SIZE(7, Unit.DECIMAL),
    /** Quantity is below the venue's minimum. */
    MIN_QUANTITY(8, Unit.DECIMAL),
    /** Order value is below the venue's minimum. */
    MIN_NOTIONAL(9, Unit.DECIMAL),
    /** Quantity is above the limit of one order. */
    MAX_ORDER_QUANTITY(10, Unit.DECIMAL),
    /** Order value at its worst price is above the limit of one order. */
    MAX_ORDER_NOTIONAL(11, Unit.DECIMAL),
    /** Position would exceed its long limit at worst. */
    POSITION_LIMIT_LONG(12, Unit.DECIMAL),
    /** Position would exceed its short limit at worst. */
    POSITION_LIMIT_SHORT(13, Unit.DECIMAL),
    /** Price is too far from the reference. */
    PRICE_COLLAR(14, Unit.BASIS_POINTS),
    /** There is no quote and no trade to judge the price by. */
    NO_REFERENCE_PRICE(15, Unit.NONE),
    /** Market data is too old or has a gap. */
    STALE_DATA(16, Unit.MILLISECONDS),
    /** Too many orders in a second. */
    RATE_PER_SECOND(17, Unit.COUNT),
    /** Too many orders in a minute. */
    RATE_PER_MINUTE(18, Unit.COUNT),
    /** Too many orders are open, in flight or unknown. */
    MAX_OPEN_ORDERS(19, Unit.COUNT),
    /** A reduce-only order would open or enlarge a position. */
    REDUCE_ONLY(20, Unit.DECIMAL),
    /** The order to cancel or replace is not known, or is closed. */
    NO_SUCH_ORDER(21, Unit.NONE),
    /** It would meet an order of our own. */
    SELF_MATCH(22, Unit.DECIMAL),
    /** The strategy asked for more in one event than an event can carry. */
    TOO_MANY_INTENTS(23, Unit.COUNT),
    /** The arithmetic of the check overflowed: a number is absurd. */
    OVERFLOW(24, Unit.NONE),
    /** The order to replace is no resting limit order, or is being changed or cancelled; value is its state. */
    NOT_REPLACEABLE(25, Unit.STATE),
    /** The order's type needs a price or a stop price it does not have. */
    NO_PRICE(26, Unit.NONE),
    /** The run is ending: nothing new is begun. */
    DRAINING(27, Unit.NONE),
    /** The account's books have not been found equal to the venue's since start or reconnect. */
    NOT_RECONCILED(28, Unit.NONE),
    /** A stream the order depends on is not up; values are connection states, needed and actual. */
    STREAM_DOWN(29, Unit.STATE),
    /** The venue's clock and ours differ too much. */
    CLOCK_OFFSET(30, Unit.MILLISECONDS),
    /** The machine runs short of disk or memory; the actual value is what is left, bytes. */
    HOST_SHORT(31, Unit.COUNT),
    /** The order's account, type or hours are not among those allowed. */
    NOT_PERMITTED(32, Unit.NONE),
    /** The quote is too wide. */
    SPREAD(33, Unit.BASIS_POINTS),
    /** The price moved too far within the window. */
    PRICE_MOVE(34, Unit.BASIS_POINTS),
    /** An equal order was sent a moment ago; the actual value is how long ago. */
    DUPLICATE_ORDER(35, Unit.MILLISECONDS),
    /** Too many messages to the venue in a minute; the rest is kept for cancels. */
    MESSAGES_PER_MINUTE(36, Unit.COUNT),
    /** An order of the account in the instrument has an unknown outcome: only what shrinks the position passes. */
    UNKNOWN_OUTCOME(37, Unit.COUNT),
    /** The strategy's own position would exceed its long limit at worst. */
    STRATEGY_LIMIT_LONG(38, Unit.DECIMAL),
    /** The strategy's own position would exceed its short limit at worst. */
    STRATEGY_LIMIT_SHORT(39, Unit.DECIMAL),
    /** The account's gross exposure would be too large at worst. */
    GROSS_ACCOUNT(40, Unit.DECIMAL),
    /** Gross exposure of all accounts would be too large at worst. */
    GROSS_TOTAL(41, Unit.DECIMAL),
    /** The strategy's gross exposure would be too large at worst. */
    GROSS_STRATEGY(42, Unit.DECIMAL),
    /** The account's net exposure would be too large at worst. */
    NET_ACCOUNT(43, Unit.DECIMAL),
    /** Net exposure of all accounts would be too large at worst. */
    NET_TOTAL(44, Unit.DECIMAL),
    /** Gross exposure would be too large a multiple of equity. */
    LEVERAGE(45, Unit.DECIMAL),
    /** The value of open orders would be too large. */
    WORKING_NOTIONAL(46, Unit.DECIMAL),
    /** Buying would leave too little cash. */
    FREE_CASH(47, Unit.DECIMAL),
    /** The strategy has entered too often within an hour; a person must enable it again. */
    REENTRIES(48, Unit.COUNT),
    /** The instrument is quoted in a currency whose value in the limits' currency is not known. */
    NO_CONVERSION(49, Unit.NONE),
    /** The exchange's core session is not under way; values are sessions, needed and actual, as {@code MarketSession} counts them. */
    SESSION_CLOSED(50, Unit.STATE),
    /** Too late for the opening auction; values are times left to the open, needed and actual. */
    OPG_CUTOFF(51, Unit.MILLISECONDS),
    /** Too late for the closing auction; values are times left to the close, needed and actual. */
    CLS_CUTOFF(52, Unit.MILLISECONDS),
    /** Too late in the day to open or enlarge a position; values are times left to the close when it would trade, needed and actual. */
    ENTRY_CUTOFF(53, Unit.MILLISECONDS),
    /** The calendar does not reach this moment, so nobody knows which session it lies in. */
    SESSION_UNKNOWN(54, Unit.NONE);

    private static final DenyReason[] BY_CODE = values();

    private final int code;
    private final Unit unit;

    DenyReason(int code, Unit unit) {
        this.code = code;
        this.unit = unit;
    }

    /** Stable code used in events. */
    public int code() {
        return code;
    }

    /** How to read the numbers that come with it. */
    public Unit unit() {
        return unit;
    }

    /**
     * The reason of a code.
     *
     * @throws IllegalArgumentException if no reason has it
     */
    public static DenyReason of(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no such deny reason: code=" + code + ", known=" + BY_CODE.length);
        }
        return BY_CODE[code];
    }

    /** The reason of a code; NONE if no reason has it. */
    public static DenyReason find(int code) {
        return code < 0 || code >= BY_CODE.length ? NONE : BY_CODE[code];
    }

    /** Unit of a limit and of the value that broke it. */
    public enum Unit {
        /** The numbers mean nothing. */
        NONE,
        /** E8 decimal: price, quantity or money. */
        DECIMAL,
        /** Hundredths of a percent. */
        BASIS_POINTS,
        /** Milliseconds. */
        MILLISECONDS,
        /** A count. */
        COUNT,
        /** A state's number on its ladder. */
        STATE
    }
}
