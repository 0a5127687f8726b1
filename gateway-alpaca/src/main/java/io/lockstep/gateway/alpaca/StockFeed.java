package io.lockstep.gateway.alpaca;

import java.util.Locale;

/** Where stock data comes from. Alpaca Real-time Stock Data, read 2026-11. */
public enum StockFeed {
    /** One exchange, about a fortieth of the volume; in every plan. */
    IEX(0),
    /** All US exchanges; paid plan. */
    SIP(0),
    /** All US exchanges, fifteen minutes late. */
    DELAYED_SIP(15),
    /** One invented symbol, {@code FAKEPACA}, at any time of day. */
    TEST(0);

    private final int delayMinutes;

    StockFeed(int delayMinutes) {
        this.delayMinutes = delayMinutes;
    }

    /** How late it is, minutes. */
    int delayMinutes() {
        return delayMinutes;
    }

    /** Last part of the stream's path. */
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name in requests for past data, which know neither the late feed nor the invented one. */
    String history() {
        return this == IEX ? "iex" : "sip";
    }
}
