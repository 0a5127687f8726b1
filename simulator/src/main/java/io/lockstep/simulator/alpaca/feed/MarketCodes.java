package io.lockstep.simulator.alpaca.feed;

import io.lockstep.simulator.json.JsonWriter;

/** What the letters in ticks mean: those this venue uses. */
final class MarketCodes {
    private MarketCodes() {}

    static String exchanges() {
        return new JsonWriter()
                .object()
                .field("N", "New York Stock Exchange")
                .field("P", "NYSE Arca")
                .field("Q", "NASDAQ OMX")
                .field("V", "IEX")
                .end()
                .toString();
    }

    /** Conditions of {@code trade} or {@code quote}. */
    static String conditions(String kind) {
        JsonWriter json = new JsonWriter().object();
        if (kind.equals("quote")) {
            return json.field("R", "Regular, Two-Sided Open").end().toString();
        }
        return json.field(" ", "Regular Sale")
                .field("@", "Regular Sale")
                .field("I", "Odd Lot Trade")
                .field("M", "Market Center Official Close")
                .field("T", "Extended Hours Trade")
                .field("W", "Average Price Trade")
                .end()
                .toString();
    }
}
