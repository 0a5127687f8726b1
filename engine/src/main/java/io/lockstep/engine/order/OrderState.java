package io.lockstep.engine.order;

/** Where an order stands, as far as we have evidence. */
public enum OrderState {
    /** Handed to the gateway; the venue has not answered yet. */
    PENDING_NEW(true),
    /** Working at the venue, nothing filled. */
    NEW(true),
    /** Working at the venue, partly filled. */
    PARTIALLY_FILLED(true),
    /** Cancellation asked for, not confirmed. */
    PENDING_CANCEL(true),
    /** Change asked for, not confirmed. */
    PENDING_REPLACE(true),
    /** Sent and the answer lost: may or may not be live, reserves its worst case until there is evidence. */
    UNKNOWN(true),
    /** Wholly filled. */
    FILLED(false),
    /** Cancelled by us or the venue. */
    CANCELED(false),
    /** Refused by the venue. */
    REJECTED(false),
    /** Ended by its time in force or the venue's rules. */
    EXPIRED(false),
    /** Never seen by the venue, presumed after the documented horizon; watched, for a late sighting overrules it. */
    ABSENT(false);

    private final boolean open;

    OrderState(boolean open) {
        this.open = open;
    }

    /** Whether it may still trade, so that it counts in every limit. */
    public boolean isOpen() {
        return open;
    }
}
