package io.lockstep.simulator.alpaca.order;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an order's price works. */
public enum OrderKind {
    MARKET,
    LIMIT,
    STOP,
    STOP_LIMIT,
    TRAILING_STOP;

    /** As the venue writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it names a limit price. */
    public boolean hasLimit() {
        return this == LIMIT || this == STOP_LIMIT;
    }

    /** Whether it names a stop price. */
    public boolean hasStop() {
        return this == STOP || this == STOP_LIMIT;
    }

    /** Whether it waits for a price before it works. */
    public boolean isTriggered() {
        return hasStop() || this == TRAILING_STOP;
    }

    /** The kind of a word, null if it is none. */
    public static @Nullable OrderKind of(String word) {
        for (OrderKind each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return null;
    }
}
