package io.lockstep.engine.session;

import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.settings.Setting;
import java.util.List;

/**
 * How the trading day of shares ends. The cut-offs for orders hold whatever is set here; the schedule is that of {@link
 * io.lockstep.engine.calendar.SessionTimer}.
 *
 * @param venues venues whose shares follow the hours of the US exchanges
 * @param flatten whether what strategies hold is closed before the exchange closes; what is held from elsewhere is left alone
 * @param closingAuction whether exits wait in the closing auction from 12 to 5 minutes before the close, so that the venue closes the position should
 *     the engine be gone by then; needs flatten and an account that may use it
 * @param closeLeftovers whether what is still held from the day before is closed after the open; needs flatten
 * @param retryMs how long an exit may go unfilled before it is priced anew, and how soon what was refused is tried again, milliseconds
 * @param alarmMs how long before the close a position that is still open is alarmed, milliseconds
 */
public record EndOfDaySettings(
        @Setting(help = "venues whose shares follow the hours of the US exchanges", fallback = "[alpaca]")
        List<Venue> venues,

        @Setting(help = "whether shares are sold before the exchange closes", fallback = "false")
        boolean flatten,

        @Setting(help = "whether exits wait in the closing auction until then", fallback = "true")
        boolean closingAuction,

        @Setting(help = "whether what is left from the day before is closed after the open", fallback = "false")
        boolean closeLeftovers,

        @Setting(
                help = "how long an exit may go unfilled before it is priced anew",
                unit = "milliseconds",
                fallback = "2000",
                least = "100",
                most = "60000")
        long retryMs,

        @Setting(
                help = "how long before the close an open position is alarmed",
                unit = "milliseconds",
                fallback = "60000",
                least = "1000",
                most = "240000")
        long alarmMs) {

    /** Copies the list; checks what one key cannot. */
    public EndOfDaySettings {
        venues = List.copyOf(venues);
        if (closeLeftovers && !flatten) {
            throw new IllegalArgumentException(
                    "what is meant to stay overnight is no leftover: closeLeftovers=true, flatten=false");
        }
    }

    /** The defaults. */
    public static EndOfDaySettings defaults() {
        return new EndOfDaySettings(List.of(Venue.ALPACA), false, true, false, 2_000, 60_000);
    }
}
