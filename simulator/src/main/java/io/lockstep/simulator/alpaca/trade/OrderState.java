package io.lockstep.simulator.alpaca.trade;

import java.util.Locale;

/** Where an order stands, in the venue's words. */
enum OrderState {
    ACCEPTED(false),
    PENDING_NEW(false),
    NEW(false),
    PARTIALLY_FILLED(false),
    HELD(false),
    PENDING_CANCEL(false),
    PENDING_REPLACE(false),
    DONE_FOR_DAY(false),
    FILLED(true),
    CANCELED(true),
    EXPIRED(true),
    REJECTED(true),
    REPLACED(true);

    private final boolean end;

    OrderState(boolean end) {
        this.end = end;
    }

    /** Whether nothing follows. */
    boolean isFinal() {
        return end;
    }

    /** As the venue writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
