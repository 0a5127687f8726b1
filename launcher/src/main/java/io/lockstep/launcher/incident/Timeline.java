package io.lockstep.launcher.incident;

import java.util.List;
import java.util.Map;

/**
 * What happened around a moment.
 *
 * @param facts what it is about: journal, run, configuration, the moment, counts
 * @param entries inputs and decisions in their order; market data left out but counted
 * @param prices price over time
 * @param fills fills over time
 * @param pnl profit over time, all instruments added
 */
public record Timeline(
        Map<String, Object> facts,
        List<Map<String, Object>> entries,
        List<Point> prices,
        List<Point> fills,
        List<Point> pnl) {
    /**
     * A value at a time.
     *
     * @param timeNs UTC, nanoseconds
     * @param value what the series is of
     * @param note what a person should know of it; empty for nothing
     */
    public record Point(long timeNs, double value, String note) {}

    /** Copies the lists. */
    public Timeline {
        entries = List.copyOf(entries);
        prices = List.copyOf(prices);
        fills = List.copyOf(fills);
        pnl = List.copyOf(pnl);
    }
}
