package io.lockstep.engine.calendar;

/** Which trading day a moment belongs to, as yyyymmdd. Stateless to the caller, any thread; allocates nothing within a day. */
public final class SessionDays {
    private static final long NS_PER_DAY = 86_400_000_000_000L;
    private static final int DAYS_TO_YEAR_0 = 719_468;
    private static final int DAYS_PER_ERA = 146_097;

    private SessionDays() {}

    /**
     * The day of the US exchanges: from the end of one day's last session to the end of the next one's, New York time. Where their calendar does
     * not reach, the UTC date.
     *
     * @param timeNs UTC, nanoseconds
     */
    public static int exchange(long timeNs) {
        NyseCalendar calendar = NyseCalendar.shared();
        return calendar.covers(timeNs) ? calendar.sessionId(timeNs) : utc(timeNs);
    }

    /**
     * The UTC date, for what trades around the clock. After Howard Hinnant's civil calendar arithmetic.
     *
     * @param timeNs UTC, nanoseconds
     */
    public static int utc(long timeNs) {
        long day = Math.floorDiv(timeNs, NS_PER_DAY) + DAYS_TO_YEAR_0;
        long era = Math.floorDiv(day, DAYS_PER_ERA);
        long dayOfEra = day - era * DAYS_PER_ERA;
        long yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long month = (5 * dayOfYear + 2) / 153;
        long dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1;
        long calendarMonth = month < 10 ? month + 3 : month - 9;
        long year = yearOfEra + era * 400 + (calendarMonth <= 2 ? 1 : 0);
        return (int) (year * 10_000 + calendarMonth * 100 + dayOfMonth);
    }
}
