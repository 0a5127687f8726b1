package io.lockstep.simulator.alpaca.order;

import java.util.Locale;

/** Where an order stands, in the venue's words. */
public enum OrderState {
    ACCEPTED(false),
    PENDING_NEW(false),
    NEW(false),
    PARTIALLY_FILLED(false),
    HELD(false),
    PENDING_CANCEL(false),
    PENDING_REPLACE(false),
    DONE_FOR_DAY(false),
    STOPPED(false),
    SUSPENDED(false),
    CALCULATED(false),
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
    public boolean isFinal() {
        return end;
    }

    /** The state of a word, or another if there is none of it. */
    public static OrderState of(String word, OrderState otherwise) {
        for (OrderState each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return otherwise;
    }

    /** As the venue writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
