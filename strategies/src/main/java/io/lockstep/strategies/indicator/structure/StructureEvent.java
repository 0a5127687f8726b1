package io.lockstep.strategies.indicator.structure;

/** What can happen to the structure of a market on one closed bar. */
public enum StructureEvent {
    /** A pivot high was confirmed. */
    SWING_HIGH(0),
    /** A pivot low was confirmed. */
    SWING_LOW(1),
    /** The pivot high is above the one before. */
    HH(2),
    /** The pivot high is not above the one before. */
    LH(3),
    /** The pivot low is not below the one before. */
    HL(4),
    /** The pivot low is below the one before. */
    LL(5),
    /** Close above the last unbroken pivot high, with the trend or without one: break of structure. */
    BOS_UP(6),
    /** Close below the last unbroken pivot low, with the trend or without one. */
    BOS_DOWN(7),
    /** Close above the last unbroken pivot high against a down trend: change of character. */
    CHOCH_UP(8),
    /** Close below the last unbroken pivot low against an up trend. */
    CHOCH_DOWN(9),
    /** A gap between the wicks of the bars before and after one. */
    FVG(10),
    /** Price came back into a gap for the first time without closing it. */
    FVG_PARTIAL(11),
    /** Price went through all of a gap. */
    FVG_FILLED(12),
    /** A gap grew too old. */
    FVG_EXPIRED(13),
    /** The last opposite bar before the move that broke structure. */
    ORDER_BLOCK(14),
    /** Price came back to an order block for the first time. */
    OB_TESTED(15),
    /** Close beyond the far side of an order block. */
    OB_BROKEN(16),
    /** An order block grew too old. */
    OB_EXPIRED(17),
    /** A broken order block became a zone of the other side. */
    BREAKER(18),
    /** Price came back to a breaker for the first time. */
    BREAKER_TESTED(19),
    /** Close beyond the far side of a breaker. */
    BREAKER_FAILED(20),
    /** A breaker grew too old. */
    BREAKER_EXPIRED(21),
    /** A pivot high joined a pool of equal highs. */
    EQH(22),
    /** A pivot low joined a pool of equal lows. */
    EQL(23),
    /** Price pierced a pool and closed back inside in time. */
    SWEEP(24),
    /** Price pierced a pool and did not come back in time. */
    POOL_BROKEN(25);

    private final int number;

    StructureEvent(int number) {
        this.number = number;
    }

    /** Its bit in a set of events. */
    public int bit() {
        return 1 << number;
    }

    /** Whether a set, as {@link MarketStructure#EVENTS} gives it, holds this event. */
    public boolean isIn(double events) {
        return ((int) events & bit()) != 0;
    }

    /** Its number, from 0. */
    int number() {
        return number;
    }
}
