package io.lockstep.launcher.config;

import java.util.Map;

/** The lengths a bar can have. */
public final class Timeframes {
    /** The names, shortest first. */
    public static final String LIST = "1s, 5s, 1m, 5m, 15m, 1h, 4h, 1d";

    private static final Map<String, Integer> SECONDS =
            Map.of("1s", 1, "5s", 5, "1m", 60, "5m", 300, "15m", 900, "1h", 3_600, "4h", 14_400, "1d", 86_400);

    private Timeframes() {}

    /** Whether bars of this length can be built. */
    public static boolean isKnown(String timeframe) {
        return SECONDS.containsKey(timeframe);
    }

    /**
     * Length of a bar, seconds.
     *
     * @throws IllegalArgumentException if there is no such length
     */
    public static int seconds(String timeframe) {
        Integer seconds = SECONDS.get(timeframe);
        if (seconds == null) {
            throw new IllegalArgumentException("must be of " + LIST + ": timeframe=" + timeframe);
        }
        return seconds;
    }
}
