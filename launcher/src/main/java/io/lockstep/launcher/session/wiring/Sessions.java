package io.lockstep.launcher.session.wiring;

/** Trading days. */
final class Sessions {
    private static final long NS_PER_DAY = 86_400_000_000_000L;
    private static final int DAYS_TO_YEAR_0 = 719_468;
    private static final int DAYS_PER_ERA = 146_097;

    private Sessions() {}

    /** The UTC date of a moment as yyyymmdd; allocates nothing. After Howard Hinnant's civil calendar arithmetic. */
    static int utcDay(long timeNs) {
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
