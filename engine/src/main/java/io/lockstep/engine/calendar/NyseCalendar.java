package io.lockstep.engine.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calendar of the US stock exchanges (NYSE, Nasdaq), 2004 to 2034, computed from the exchange's holiday rules. Sessions in New
 * York time: overnight from 20:00 the evening before, pre-market from 04:00, core 09:30 to 16:00, post-market to 20:00; on days of
 * early close the core ends at 13:00 and the post-market at 17:00.
 */
public final class NyseCalendar implements TradingCalendar {
    /** First year known. */
    public static final int FIRST_YEAR = 2004;

    /** Last year known. */
    public static final int LAST_YEAR = 2034;

    /** The exchanges' zone. */
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final LocalTime OVERNIGHT = LocalTime.of(20, 0);
    private static final LocalTime PRE_MARKET = LocalTime.of(4, 0);
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);
    private static final LocalTime END = LocalTime.of(20, 0);
    private static final LocalTime EARLY_END = LocalTime.of(17, 0);

    private final TradingDay[] days;
    private final long[] ends;
    private final Map<LocalDate, TradingDay> byDate = new HashMap<>();

    // a race costs one more search: the day is immutable and checked on every use
    private TradingDay last;

    /** Computes all trading days; a few milliseconds. */
    public NyseCalendar() {
        List<TradingDay> all = new ArrayList<>();
        long from = atNewYork(LocalDate.of(FIRST_YEAR, 1, 1), LocalTime.MIDNIGHT);
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            from = addYear(all, year, from);
        }
        this.days = all.toArray(TradingDay[]::new);
        this.ends = all.stream().mapToLong(TradingDay::endNs).toArray();
        this.last = days[0];
        all.forEach(day -> byDate.put(day.date(), day));
    }

    /** One calendar for whoever needs one, computed on first use. */
    public static NyseCalendar shared() {
        return Shared.CALENDAR;
    }

    /** The last trading day it knows. */
    public TradingDay lastDay() {
        return days[days.length - 1];
    }

    @Override
    public boolean covers(long timeNs) {
        return timeNs >= days[0].fromNs() && timeNs < ends[ends.length - 1];
    }

    @Override
    public ZoneId zone() {
        return NEW_YORK;
    }

    @Override
    public boolean isContinuous() {
        return false;
    }

    @Override
    public TradingDay dayAt(long timeNs) {
        TradingDay day = last;
        if (!day.contains(timeNs)) {
            day = search(timeNs);
            last = day;
        }
        return day;
    }

    @Override
    public @Nullable TradingDay day(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("outside the calendar: date=" + date + ", " + range());
        }
        return byDate.get(date);
    }

    /** All trading days in order. */
    public List<TradingDay> days() {
        return List.of(days);
    }

    private TradingDay search(long timeNs) {
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (ends[middle] <= timeNs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == ends.length || timeNs < days[0].fromNs()) {
            throw new IllegalArgumentException("outside the calendar: timeNs=" + timeNs + ", " + range());
        }
        return days[low];
    }

    private static long addYear(List<TradingDay> days, int year, long yearFrom) {
        Set<LocalDate> closures = NyseHolidays.closures(year);
        Set<LocalDate> earlyCloses = NyseHolidays.earlyCloses(year);
        long from = yearFrom;
        for (LocalDate date = LocalDate.of(year, 1, 1); date.getYear() == year; date = date.plusDays(1)) {
            if (!NyseHolidays.isWeekend(date) && !closures.contains(date)) {
                TradingDay day = dayOf(date, from, earlyCloses.contains(date));
                days.add(day);
                from = day.endNs();
            }
        }
        return from;
    }

    private static TradingDay dayOf(LocalDate date, long from, boolean early) {
        return new TradingDay(
                date,
                TradingDay.sessionIdOf(date),
                from,
                Math.max(from, atNewYork(date.minusDays(1), OVERNIGHT)),
                atNewYork(date, PRE_MARKET),
                atNewYork(date, OPEN),
                atNewYork(date, early ? EARLY_CLOSE : CLOSE),
                atNewYork(date, early ? EARLY_END : END),
                early);
    }

    private static long atNewYork(LocalDate date, LocalTime time) {
        long second = ZonedDateTime.of(date, time, NEW_YORK).toEpochSecond();
        return Math.multiplyExact(second, 1_000_000_000L);
    }

    private static String range() {
        return "firstYear=" + FIRST_YEAR + ", lastYear=" + LAST_YEAR;
    }

    private static final class Shared {
        static final NyseCalendar CALENDAR = new NyseCalendar();
    }
}
