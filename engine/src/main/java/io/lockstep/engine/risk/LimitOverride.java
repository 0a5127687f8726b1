package io.lockstep.engine.risk;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * An operator's leave for one order of one strategy in one instrument to break one limit before a time. There is one at most, and none after a start
 * in a new epoch. Only limits on the size and price of an order and on positions can be lifted: never the ladder, reconciliation, an unknown outcome,
 * hours, sums of exposure or losses. Owned by the risk handler; allocates nothing.
 */
public final class LimitOverride {
    /** Longest time one may be given for, milliseconds. */
    public static final long LONGEST_MS = 300_000;

    private static final long LONGEST_NS = LONGEST_MS * 1_000_000;
    private static final Set<DenyReason> LIFTABLE = Collections.unmodifiableSet(EnumSet.of(
            DenyReason.MAX_ORDER_QUANTITY,
            DenyReason.MAX_ORDER_NOTIONAL,
            DenyReason.PRICE_COLLAR,
            DenyReason.POSITION_LIMIT_LONG,
            DenyReason.POSITION_LIMIT_SHORT,
            DenyReason.STRATEGY_LIMIT_LONG,
            DenyReason.STRATEGY_LIMIT_SHORT,
            DenyReason.WORKING_NOTIONAL));

    private DenyReason limit = DenyReason.NONE;
    private int strategyId;
    private int instrumentId;
    private long untilNs;
    private boolean used;

    /** Limits that can be lifted. */
    public static Set<DenyReason> liftable() {
        return LIFTABLE;
    }

    /**
     * Gives leave; an earlier one is void.
     *
     * @param untilNs before when the order must come, UTC, nanoseconds
     * @return false, and nothing given, where the limit cannot be lifted or the time is over or too long
     */
    public boolean grant(int strategy, int instrument, DenyReason lifted, long untilNs, long nowNs) {
        if (!LIFTABLE.contains(lifted) || untilNs <= nowNs || untilNs - nowNs > LONGEST_NS) {
            return false;
        }
        limit = lifted;
        strategyId = strategy;
        instrumentId = instrument;
        this.untilNs = untilNs;
        used = false;
        return true;
    }

    /** Whether the order judged last leaned on it. */
    public boolean isUsed() {
        return used;
    }

    /** The limit that is lifted; NONE for none. */
    public DenyReason limit() {
        return limit;
    }

    /** The order that leaned on it leaves: there is no leave for another. */
    public void spend() {
        limit = DenyReason.NONE;
        used = false;
    }

    /** Another order is judged. */
    void begin() {
        used = false;
    }

    /** Whether an order may break a limit; notes that it leans on that. */
    boolean lifts(DenyReason broken, Candidate order) {
        boolean lifted = broken == limit
                && order.strategyId() == strategyId
                && order.instrumentId() == instrumentId
                && order.nowNs() < untilNs;
        used |= lifted;
        return lifted;
    }

    /** A number that differs when later orders would be judged otherwise. */
    public long hash() {
        return limit == DenyReason.NONE
                ? 0
                : ((limit.code() * 31L + strategyId) * 31 + instrumentId) * 1_000_003 + untilNs;
    }
}
