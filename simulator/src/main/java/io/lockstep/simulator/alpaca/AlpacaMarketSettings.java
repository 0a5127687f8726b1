package io.lockstep.simulator.alpaca;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.settings.Setting;
import io.lockstep.simulator.alpaca.api.Rfc3339;

/** How the market of the simulated Alpaca is made up, and how its time passes. */
public record AlpacaMarketSettings(
        @Setting(help = "seed of the synthetic market and of partial fills", fallback = "1")
        long seed,

        @Setting(
                help = "time between steps of the synthetic market",
                unit = "milliseconds",
                fallback = "100",
                least = "10",
                most = "60000")
        int stepMs,

        @Setting(
                help =
                        "the venue's time at the start, as 2026-03-10T14:30:00Z; now is the machine's, or a tape's first",
                fallback = "now")
        String startTime,

        @Setting(
                help = "how fast the venue's time passes",
                unit = "times real time",
                fallback = "1",
                least = "1",
                most = "1000")
        int speed) {
    /** The start time that is the machine's, or a tape's first. */
    public static final String NOW = "now";

    /** Checks the start time. */
    public AlpacaMarketSettings {
        if (!startTime.equals(NOW) && Rfc3339.parse(startTime) == FixedPoint.NULL) {
            throw new IllegalArgumentException("must be a time with its offset, or now: startTime=" + startTime);
        }
    }

    /** The defaults that stand in the annotations. */
    public static AlpacaMarketSettings defaults() {
        return new AlpacaMarketSettings(1, 100, NOW, 1);
    }
}
