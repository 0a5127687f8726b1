package io.lockstep.gateway.binance.reference;

import io.lockstep.engine.settings.Setting;

/** How often the venue is asked about itself, and what fees count where there is no account to ask about. */
public record ReferenceSettings(
        @Setting(
                help = "time between two looks at the venue's clock",
                unit = "seconds",
                fallback = "15",
                least = "1",
                most = "60")
        int clockSampleSeconds,

        @Setting(
                help = "time between two readings of the venue's rules",
                unit = "seconds",
                fallback = "300",
                least = "5",
                most = "86400")
        int rereadSeconds,

        @Setting(
                help = "fee of a resting fill without an account",
                unit = "fraction of notional",
                decimal = true,
                fallback = "0.001",
                least = "-0.01",
                most = "0.01")
        long makerFee,

        @Setting(
                help = "fee of a taking fill without an account",
                unit = "fraction of notional",
                decimal = true,
                fallback = "0.001",
                least = "-0.01",
                most = "0.01")
        long takerFee) {

    /** The defaults above. */
    public static ReferenceSettings defaults() {
        return new ReferenceSettings(15, 300, 100_000, 100_000);
    }
}
