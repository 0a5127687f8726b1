package io.lockstep.engine.calendar;

/** Which part of a trading day an instant lies in. */
public enum MarketSession {
    /** No session: nothing can trade. */
    CLOSED,
    /** The overnight session that leads into the trading day, 20:00 to 04:00 New York time. */
    OVERNIGHT,
    /** Before the opening auction, 04:00 to 09:30 New York time. */
    PRE_MARKET,
    /** Between the auctions, 09:30 to 16:00 New York time; of a venue that never closes, always. */
    CORE,
    /** After the closing auction, 16:00 to 20:00 New York time. */
    POST_MARKET;

    /** Whether an order may trade outside the core session only if it says so. */
    public boolean isExtendedHours() {
        return this == OVERNIGHT || this == PRE_MARKET || this == POST_MARKET;
    }
}
