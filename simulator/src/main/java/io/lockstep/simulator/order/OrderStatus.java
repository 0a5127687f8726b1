package io.lockstep.simulator.order;

/** Where an order stands at the venue. */
public enum OrderStatus {
    /** Conditional, its trigger price has not been met. */
    UNTRIGGERED,
    /** Live: may trade. */
    WORKING,
    /** All of it traded. */
    FILLED,
    /** Taken out on request. */
    CANCELED,
    /** Taken out by the venue's rules. */
    EXPIRED;

    /** Whether it can still trade. */
    public boolean isOpen() {
        return this == UNTRIGGERED || this == WORKING;
    }
}
