package io.lockstep.simulator.alpaca.trade;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How long an order lives. */
enum Tif {
    DAY,
    GTC,
    OPG,
    CLS,
    IOC,
    FOK;

    /** As the venue writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is for one of the auctions. */
    boolean isAuction() {
        return this == OPG || this == CLS;
    }

    /** Whether it ends at once. */
    boolean isImmediate() {
        return this == IOC || this == FOK;
    }

    static @Nullable Tif of(String word) {
        for (Tif each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return null;
    }
}
