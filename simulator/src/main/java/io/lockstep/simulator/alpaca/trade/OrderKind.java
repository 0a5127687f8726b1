package io.lockstep.simulator.alpaca.trade;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an order's price works. */
enum OrderKind {
    MARKET,
    LIMIT,
    STOP,
    STOP_LIMIT,
    TRAILING_STOP;

    /** As the venue writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it names a limit price. */
    boolean hasLimit() {
        return this == LIMIT || this == STOP_LIMIT;
    }

    /** Whether it names a stop price. */
    boolean hasStop() {
        return this == STOP || this == STOP_LIMIT;
    }

    /** Whether it waits for a price before it works. */
    boolean isTriggered() {
        return hasStop() || this == TRAILING_STOP;
    }

    static @Nullable OrderKind of(String word) {
        for (OrderKind each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return null;
    }
}
