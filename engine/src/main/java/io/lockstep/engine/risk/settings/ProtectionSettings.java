package io.lockstep.engine.risk.settings;

import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.settings.Setting;
import java.util.List;

/**
 * What guards positions, and what each venue can do of it; the engine does the rest itself.
 *
 * @param ackMs how long the protection of an entry may be unacknowledged before the position is closed, milliseconds
 * @param nativeStops venues that hold stop and take-profit orders themselves
 * @param nativeTrailing venues that hold trailing stops themselves
 * @param nativeBrackets venues that take an entry together with its protection
 * @param countdown venues that cancel everything when a countdown is not renewed
 * @param countdownMs length of that countdown, milliseconds
 * @param countdownEveryMs how often it is renewed, milliseconds
 * @param killKeepsStops whether a kill leaves protective stops where they are; a countdown that runs out does not
 */
public record ProtectionSettings(
        @Setting(
                help = "how long an entry's protection may be unacknowledged",
                unit = "milliseconds",
                fallback = "1000",
                least = "10",
                most = "600000")
        long ackMs,

        @Setting(
                help = "venues that hold stop and take-profit orders",
                fallback = "[simulated, binance-spot, binance-usdm, alpaca]")
        List<Venue> nativeStops,

        @Setting(help = "venues that hold trailing stops", fallback = "[simulated, binance-usdm, alpaca]")
        List<Venue> nativeTrailing,

        @Setting(help = "venues that take an entry with its protection", fallback = "[]")
        List<Venue> nativeBrackets,

        @Setting(help = "venues with a countdown that cancels everything", fallback = "[binance-usdm]")
        List<Venue> countdown,

        @Setting(
                help = "length of the countdown",
                unit = "milliseconds",
                fallback = "15000",
                least = "1000",
                most = "600000")
        long countdownMs,

        @Setting(
                help = "how often it is renewed",
                unit = "milliseconds",
                fallback = "5000",
                least = "100",
                most = "600000")
        long countdownEveryMs,

        @Setting(help = "whether a kill leaves protective stops in place", fallback = "false")
        boolean killKeepsStops) {

    /** These, and a kill that cancels stops with all else. */
    public ProtectionSettings(
            long ackMs,
            List<Venue> nativeStops,
            List<Venue> nativeTrailing,
            List<Venue> nativeBrackets,
            List<Venue> countdown,
            long countdownMs,
            long countdownEveryMs) {
        this(ackMs, nativeStops, nativeTrailing, nativeBrackets, countdown, countdownMs, countdownEveryMs, false);
    }

    /** Copies the lists; checks what one key cannot. */
    public ProtectionSettings {
        nativeStops = List.copyOf(nativeStops);
        nativeTrailing = List.copyOf(nativeTrailing);
        nativeBrackets = List.copyOf(nativeBrackets);
        countdown = List.copyOf(countdown);
        if (countdownMs < 2 * countdownEveryMs) {
            throw new IllegalArgumentException("a countdown must outlast a missed renewal: countdownMs=" + countdownMs
                    + ", countdownEveryMs=" + countdownEveryMs);
        }
    }

    /** The defaults. */
    public static ProtectionSettings defaults() {
        return new ProtectionSettings(
                1_000,
                List.of(Venue.SIMULATED, Venue.BINANCE_SPOT, Venue.BINANCE_USDM, Venue.ALPACA),
                List.of(Venue.SIMULATED, Venue.BINANCE_USDM, Venue.ALPACA),
                List.of(),
                List.of(Venue.BINANCE_USDM),
                15_000,
                5_000);
    }

    /** Whether the engine must hold an order itself because its venue cannot. */
    public boolean isHeldHere(Venue venue, OrderType type) {
        return switch (type) {
            case MARKET, LIMIT, NULL_VAL -> false;
            case TRAILING_STOP -> !nativeTrailing.contains(venue);
            case STOP_MARKET, STOP_LIMIT, TAKE_PROFIT_MARKET, TAKE_PROFIT_LIMIT -> !nativeStops.contains(venue);
        };
    }
}
