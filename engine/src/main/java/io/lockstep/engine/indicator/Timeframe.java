package io.lockstep.engine.indicator;

import java.util.List;

/**
 * Length of a bar. Bars start at multiples of their length since the epoch, so a day starts at 00:00 UTC.
 *
 * @param label as people write it, for example {@code 5m}
 * @param seconds length, seconds
 */
public record Timeframe(String label, int seconds) {
    /** All lengths there are, shortest first. */
    public static final List<Timeframe> ALL = List.of(
            new Timeframe("1s", 1),
            new Timeframe("5s", 5),
            new Timeframe("10s", 10),
            new Timeframe("15s", 15),
            new Timeframe("30s", 30),
            new Timeframe("1m", 60),
            new Timeframe("3m", 180),
            new Timeframe("5m", 300),
            new Timeframe("15m", 900),
            new Timeframe("30m", 1_800),
            new Timeframe("1h", 3_600),
            new Timeframe("2h", 7_200),
            new Timeframe("4h", 14_400),
            new Timeframe("6h", 21_600),
            new Timeframe("8h", 28_800),
            new Timeframe("12h", 43_200),
            new Timeframe("1d", 86_400));

    /**
     * The timeframe of a label.
     *
     * @throws IllegalArgumentException if there is none, with the labels there are
     */
    public static Timeframe of(String label) {
        for (Timeframe timeframe : ALL) {
            if (timeframe.label.equals(label)) {
                return timeframe;
            }
        }
        List<String> labels = ALL.stream().map(Timeframe::label).toList();
        throw new IllegalArgumentException("no such timeframe: " + label + ", allowed: " + String.join(", ", labels));
    }

    /** Length, nanoseconds. */
    public long nanos() {
        return seconds * 1_000_000_000L;
    }

    /** Start of the bar a moment belongs to, UTC, nanoseconds. */
    public long openOf(long timeNs) {
        return timeNs - Math.floorMod(timeNs, nanos());
    }
}
