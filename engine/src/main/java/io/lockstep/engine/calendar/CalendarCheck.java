package io.lockstep.engine.calendar;

import io.lockstep.engine.calendar.CalendarDifference.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares the venue's own calendar and clock with ours. They must agree; where they do not, one of them is wrong about when orders
 * trade. Only the core session is compared: venues name the extended ones differently. Stateless, cold path.
 */
public final class CalendarCheck {
    private final TradingCalendar ours;

    /** @param ours the calendar the engine goes by */
    public CalendarCheck(TradingCalendar ours) {
        this.ours = ours;
    }

    /**
     * Compares the trading days of a range of dates.
     *
     * @param from first date asked for, included
     * @param to last date asked for, included
     * @param venueDays what the venue listed; dates it left out are closed
     * @return the differences in the order of dates, empty when both agree
     */
    public List<CalendarDifference> days(LocalDate from, LocalDate to, List<VenueDay> venueDays) {
        Map<LocalDate, VenueDay> byDate = new HashMap<>();
        venueDays.forEach(day -> byDate.put(day.date(), day));
        List<CalendarDifference> differences = new ArrayList<>();
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            compareDay(date, ours.day(date), byDate.get(date), differences);
        }
        return differences;
    }

    /**
     * Compares the venue's clock.
     *
     * @return the differences, empty when both agree
     */
    public List<CalendarDifference> clock(VenueClock clock) {
        TradingDay day = ours.dayAt(clock.timeNs());
        boolean isOpen = day.sessionAt(clock.timeNs()) == MarketSession.CORE;
        TradingDay opening = clock.timeNs() < day.openNs() ? day : ours.dayAt(day.endNs());
        TradingDay closing = clock.timeNs() < day.closeNs() ? day : opening;
        List<CalendarDifference> differences = new ArrayList<>();
        compare(Kind.IS_OPEN, day.date(), isOpen, clock.isOpen(), differences);
        compare(Kind.NEXT_OPEN, opening.date(), utc(opening.openNs()), utc(clock.nextOpenNs()), differences);
        compare(Kind.NEXT_CLOSE, closing.date(), utc(closing.closeNs()), utc(clock.nextCloseNs()), differences);
        return differences;
    }

    private void compareDay(
            LocalDate date,
            @Nullable TradingDay day,
            @Nullable VenueDay venueDay,
            List<CalendarDifference> differences) {
        if (day != null && venueDay != null) {
            compare(Kind.OPEN_TIME, date, local(day.openNs()), venueDay.open(), differences);
            compare(Kind.CLOSE_TIME, date, local(day.closeNs()), venueDay.close(), differences);
        } else if (day != null) {
            differences.add(new CalendarDifference(Kind.VENUE_CLOSED, date, "open", "closed"));
        } else if (venueDay != null) {
            differences.add(new CalendarDifference(Kind.VENUE_OPEN, date, "closed", "open"));
        }
    }

    private static void compare(
            Kind kind, LocalDate date, Object ours, Object venue, List<CalendarDifference> differences) {
        if (!ours.equals(venue)) {
            differences.add(new CalendarDifference(kind, date, ours.toString(), venue.toString()));
        }
    }

    private LocalTime local(long timeNs) {
        return utc(timeNs).atZone(ours.zone()).toLocalTime();
    }

    private static Instant utc(long timeNs) {
        return Instant.ofEpochSecond(0, timeNs);
    }

    /**
     * A trading day as the venue lists it.
     *
     * @param date date in the venue's zone
     * @param open start of the core session, local time
     * @param close end of the core session, local time
     */
    public record VenueDay(LocalDate date, LocalTime open, LocalTime close) {}

    /**
     * What the venue's clock says.
     *
     * @param timeNs the venue's time, UTC, nanoseconds
     * @param isOpen whether the core session is under way
     * @param nextOpenNs next start of a core session, UTC, nanoseconds
     * @param nextCloseNs next end of a core session, UTC, nanoseconds
     */
    public record VenueClock(long timeNs, boolean isOpen, long nextOpenNs, long nextCloseNs) {}
}
