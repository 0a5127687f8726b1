package io.lockstep.engine.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The calendar of a venue that trades around the clock: a day runs from 00:00 to 24:00 UTC and is all core session. */
public final class ContinuousCalendar implements TradingCalendar {
    private static final long DAY_NS = 86_400_000_000_000L;

    // a race costs one more computation: the day is immutable and checked on every use
    private TradingDay last = dayOf(0);

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public boolean isContinuous() {
        return true;
    }

    @Override
    public boolean covers(long timeNs) {
        return true;
    }

    @Override
    public TradingDay dayAt(long timeNs) {
        TradingDay day = last;
        if (!day.contains(timeNs)) {
            day = dayOf(Math.floorDiv(timeNs, DAY_NS));
            last = day;
        }
        return day;
    }

    @Override
    public TradingDay day(LocalDate date) {
        return dayOf(date.toEpochDay());
    }

    private static TradingDay dayOf(long epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        long start = Math.multiplyExact(epochDay, DAY_NS);
        long end = Math.addExact(start, DAY_NS);
        return new TradingDay(date, TradingDay.sessionIdOf(date), start, start, start, start, end, end, false);
    }
}
