package io.lockstep.launcher.doctor;

import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.engine.calendar.TradingDay;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.config.LockstepConfig;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far the calendar of the US exchanges reaches that comes with the build: behind its last day no share can be entered, and nothing is closed
 * at the end of a day.
 */
final class TradingHoursCheck {
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final long WARN_DAYS = 90;

    private TradingHoursCheck() {}

    /**
     * Looks at the calendar, if an account could trade shares by it.
     *
     * @param nowNs our time, UTC, nanoseconds
     */
    static List<Finding> run(LockstepConfig config, long nowNs) {
        Set<Venue> venues = config.accounts().stream()
                .map(AccountSettings::venue)
                .filter(config.risk().endOfDay().venues()::contains)
                .collect(Collectors.toSet());
        return venues.isEmpty() ? List.of() : List.of(reach(nowNs));
    }

    private static Finding reach(long nowNs) {
        TradingDay last = NyseCalendar.shared().lastDay();
        long days = Math.floorDiv(last.endNs() - nowNs, DAY_NS);
        String detail = "the exchanges' calendar of this build ends with " + last.date() + ", in " + days + " days";
        if (days < 0) {
            return Finding.wrong("calendar", "reach", detail + ": shares cannot be entered, install a newer build");
        }
        return days <= WARN_DAYS
                ? Finding.note("calendar", "reach", detail + ": install a newer build before")
                : Finding.fine("calendar", "reach", detail);
    }
}
