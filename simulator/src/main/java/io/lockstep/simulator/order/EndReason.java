package io.lockstep.simulator.order;

/** Why an order ended without being filled. */
public enum EndReason {
    /** Its owner asked. */
    REQUESTED(true),
    /** The venue's countdown ran out: its owner fell silent. */
    COUNTDOWN(true),
    /** A change left nothing to trade. */
    REPLACED_TO_NOTHING(true),
    /** The account is being liquidated. */
    LIQUIDATION(true),
    /** Immediate-or-cancel, and the rest found nothing more. */
    IOC_REMAINDER(false),
    /** Fill-or-kill, and the whole was not to be had. */
    FOK_UNFILLED(false),
    /** Market order, and the book ran out. */
    NO_LIQUIDITY(false),
    /** Post only, and it would have taken liquidity. */
    WOULD_TAKE(false),
    /** Its time ran out. */
    TIME(false),
    /** The session ended. */
    SESSION_END(false),
    /** It met another order of the same account. */
    SELF_TRADE(false),
    /** Reduce only, and there is nothing left to reduce. */
    NOTHING_TO_REDUCE(false),
    /** Triggered, and balance or margin no longer cover it. */
    NOT_COVERED(false);

    private final boolean cancel;

    EndReason(boolean cancel) {
        this.cancel = cancel;
    }

    /** Whether the order counts as canceled rather than expired. */
    public boolean isCancel() {
        return cancel;
    }
}
