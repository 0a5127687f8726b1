package io.lockstep.engine.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static java.time.temporal.TemporalAdjusters.next;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days on which the US stock exchanges stay shut or shut early.
 *
 * <p>NYSE Rule 7.2 and nyse.com "Holidays and Trading Hours", read 2026-11: a holiday on a Sunday is kept on the Monday after, on a
 * Saturday on the Friday before unless that Friday ends a month or year; Juneteenth is kept since 2022. Trading ends at 13:00 on the
 * day after Thanksgiving, and on 3 July and 24 December where these are trading days and the holiday follows.
 */
final class NyseHolidays {
    private static final int FIRST_JUNETEENTH = 2022;

    /** Full-day closures no rule gives; each was announced by the exchange days before or, for the storm, the day before. */
    private static final Set<LocalDate> UNSCHEDULED = Set.of(
            LocalDate.of(2004, 6, 11), // mourning for President Reagan
            LocalDate.of(2007, 1, 2), // mourning for President Ford
            LocalDate.of(2012, 10, 29), // Hurricane Sandy
            LocalDate.of(2012, 10, 30), // Hurricane Sandy
            LocalDate.of(2018, 12, 5), // mourning for President George H. W. Bush
            LocalDate.of(2025, 1, 9)); // mourning for President Carter

    private NyseHolidays() {}

    /** The weekdays of a year without any trading, in order. */
    static Set<LocalDate> closures(int year) {
        Set<LocalDate> closures = new TreeSet<>();
        addNewYear(closures, year);
        closures.add(nth(year, Month.JANUARY, 3));
        closures.add(nth(year, Month.FEBRUARY, 3));
        closures.add(easter(year).minusDays(2));
        closures.add(LocalDate.of(year, Month.MAY, 1).with(lastInMonth(MONDAY)));
        if (year >= FIRST_JUNETEENTH) {
            closures.add(observed(LocalDate.of(year, Month.JUNE, 19)));
        }
        closures.add(observed(LocalDate.of(year, Month.JULY, 4)));
        closures.add(nth(year, Month.SEPTEMBER, 1));
        closures.add(thanksgiving(year));
        closures.add(observed(LocalDate.of(year, Month.DECEMBER, 25)));
        UNSCHEDULED.stream().filter(date -> date.getYear() == year).forEach(closures::add);
        return closures;
    }

    /** The days of a year on which the core session ends at 13:00, in order; some may be closed altogether. */
    static Set<LocalDate> earlyCloses(int year) {
        Set<LocalDate> early = new TreeSet<>();
        early.add(LocalDate.of(year, Month.JULY, 3));
        early.add(thanksgiving(year).plusDays(1));
        early.add(LocalDate.of(year, Month.DECEMBER, 24));
        return early;
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == SATURDAY || date.getDayOfWeek() == SUNDAY;
    }

    /** A Saturday's New Year is not kept: the Friday before ends the year. */
    private static void addNewYear(Set<LocalDate> closures, int year) {
        LocalDate newYear = Year.of(year).atDay(1);
        if (newYear.getDayOfWeek() != SATURDAY) {
            closures.add(observed(newYear));
        }
    }

    private static LocalDate observed(LocalDate holiday) {
        return switch (holiday.getDayOfWeek()) {
            case SATURDAY -> holiday.minusDays(1);
            case SUNDAY -> holiday.plusDays(1);
            default -> holiday;
        };
    }

    private static LocalDate nth(int year, Month month, int monday) {
        return LocalDate.of(year, month, 1).with(dayOfWeekInMonth(monday, MONDAY));
    }

    private static LocalDate thanksgiving(int year) {
        return LocalDate.of(year, Month.NOVEMBER, 1).with(dayOfWeekInMonth(4, THURSDAY));
    }

    /** Easter Sunday by the Gregorian computus: the Sunday after the ecclesiastical full moon. */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int skippedLeapDays = century - century / 4;
        int moonCorrection = (8 * century + 13) / 25;
        int epact = (19 * golden + skippedLeapDays - moonCorrection + 15) % 30;
        int lateMoon = epact == 29 || epact == 28 && golden > 10 ? 1 : 0;
        LocalDate fullMoon = LocalDate.of(year, Month.MARCH, 21).plusDays(epact - lateMoon);
        return fullMoon.with(next(SUNDAY));
    }
}
