package io.lockstep.gateway.alpaca.session;

/** A kind of market data that can be subscribed to. */
public enum Channel {
    /** Prints; brings corrections and cancels with it. */
    TRADES("trades"),
    /** Best bid and offer. */
    QUOTES("quotes"),
    /** Minute bars. */
    BARS("bars"),
    /** Minute bars restated after late prints. */
    UPDATED_BARS("updatedBars"),
    /** The day's bar so far. */
    DAILY_BARS("dailyBars"),
    /** Halts and resumptions. */
    STATUSES("statuses"),
    /** Limit-up limit-down price bands. */
    LULDS("lulds"),
    /** Auction imbalance prices. */
    IMBALANCES("imbalances"),
    /** Crypto books. */
    ORDER_BOOKS("orderbooks"),
    /** Headlines. */
    NEWS("news"),
    /** Corrected prints; comes with trades and cannot be asked for. */
    CORRECTIONS("corrections"),
    /** Canceled prints; comes with trades and cannot be asked for. */
    CANCEL_ERRORS("cancelErrors");

    private final String key;

    Channel(String key) {
        this.key = key;
    }

    /** Name on the wire. */
    public String key() {
        return key;
    }

    /** Whether a client may ask for it. */
    public boolean isRequestable() {
        return this != CORRECTIONS && this != CANCEL_ERRORS;
    }
}
