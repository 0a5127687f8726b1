package io.lockstep.simulator.alpaca.feed;

import org.jspecify.annotations.Nullable;

/** What a stream can be asked for. */
enum Channel {
    TRADES("trades"),
    QUOTES("quotes"),
    BARS("bars"),
    UPDATED_BARS("updatedBars"),
    DAILY_BARS("dailyBars"),
    STATUSES("statuses"),
    LULDS("lulds"),
    IMBALANCES("imbalances"),
    ORDERBOOKS("orderbooks"),
    NEWS("news");

    private final String word;

    Channel(String word) {
        this.word = word;
    }

    /** As the venue writes it. */
    String word() {
        return word;
    }

    static @Nullable Channel of(String word) {
        for (Channel each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        return null;
    }
}
