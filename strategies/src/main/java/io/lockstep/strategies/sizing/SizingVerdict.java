package io.lockstep.strategies.sizing;

/** What decided a size, or refused it. */
public enum SizingVerdict {
    /** The risk per trade decided. */
    RISK(false),
    /** The share of the exposure cap that each free slot gets decided. */
    SLOT_CAP(false),
    /** The cap on a single position decided. */
    SINGLE_CAP(false),
    /** Entry and stop are the same price. */
    ZERO_STOP(true),
    /** As many positions as allowed are open. */
    MAX_POSITIONS(true),
    /** Less than a lot, or worth less than the venue takes. */
    BELOW_MIN(true),
    /** All stops hit together would lose more than allowed. */
    CONCURRENT_RISK(true);

    private final boolean refusal;

    SizingVerdict(boolean refusal) {
        this.refusal = refusal;
    }

    /** Whether there is no trade. */
    public boolean isRefusal() {
        return refusal;
    }
}
