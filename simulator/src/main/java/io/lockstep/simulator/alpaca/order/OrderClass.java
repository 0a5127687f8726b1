package io.lockstep.simulator.alpaca.order;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether an order stands alone or leads a group. */
public enum OrderClass {
    /** One order. */
    SIMPLE,
    /** An entry with a take-profit and a stop-loss that wait for it. */
    BRACKET,
    /** A take-profit with a stop-loss for a position that is there: one cancels the other. */
    OCO,
    /** An entry with one of the two. */
    OTO;

    /** As the venue writes it; empty for a single order. */
    String word() {
        return this == SIMPLE ? "" : name().toLowerCase(Locale.ROOT);
    }

    /** The class of a word, null if it is none. */
    public static @Nullable OrderClass of(String word) {
        if (word.isEmpty() || word.equals("simple")) {
            return SIMPLE;
        }
        for (OrderClass each : values()) {
            if (each != SIMPLE && each.word().equals(word)) {
                return each;
            }
        }
        return null;
    }
}
