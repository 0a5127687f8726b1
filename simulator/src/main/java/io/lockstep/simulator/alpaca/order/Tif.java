package io.lockstep.simulator.alpaca.order;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How long an order lives. */
public enum Tif {
    DAY,
    GTC,
    OPG,
    CLS,
    IOC,
    FOK;

    /** As the venue writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is for one of the auctions. */
    public boolean isAuction() {
        return this == OPG || this == CLS;
    }

    /** Whether it ends at once. */
    public boolean isImmediate() {
        return this == IOC || this == FOK;
    }

    /** The time in force of a word, null if it is none. */
    public static @Nullable Tif of(String word) {
        for (Tif each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return null;
    }
}
