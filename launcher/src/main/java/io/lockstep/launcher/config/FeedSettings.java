package io.lockstep.launcher.config;

import io.lockstep.engine.settings.Setting;
import java.util.List;

/**
 * Recorded market data to run on.
 *
 * @param tapes folders made by {@code lockstep import} or {@code lockstep record}, merged by time
 * @param speed {@code max}, or a multiple of the recorded speed such as {@code 1x} or {@code 50x}
 */
public record FeedSettings(
        @Setting(help = "tapes made by `lockstep import`, merged by time", fallback = "[]")
        List<String> tapes,

        @Setting(help = "max, or a multiple of the recorded speed such as 1x", fallback = "max")
        String speed) {

    private static final double FASTEST = 10_000;

    /** Checks the speed. */
    public FeedSettings {
        tapes = List.copyOf(tapes);
        if (!isMax(speed) && !isMultiple(speed)) {
            throw new IllegalArgumentException("must be max or a multiple from 0.01x to 10000x: speed=" + speed);
        }
    }

    /** How many recorded seconds pass in one; infinite when there is no pacing. */
    public double multiple() {
        return isMax(speed) ? Double.POSITIVE_INFINITY : Double.parseDouble(speed.substring(0, speed.length() - 1));
    }

    private static boolean isMax(String speed) {
        return speed.equals("max");
    }

    private static boolean isMultiple(String speed) {
        if (!speed.matches("[0-9]{1,5}(\\.[0-9]{1,2})?x")) {
            return false;
        }
        double multiple = Double.parseDouble(speed.substring(0, speed.length() - 1));
        return multiple >= 0.01 && multiple <= FASTEST;
    }
}
