package io.lockstep.launcher.tape.format;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** New York wall time, as US equity data states it. */
final class NewYorkTime {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter ROW_TIME = DateTimeFormatter.ofPattern("yyyyMMdd HH:mm");
    private static final long DAY_MS = 86_400_000L;
    private static final long OPEN_MS = 34_200_000L;
    private static final long CLOSE_MS = 57_600_000L;
    private static final int NOON_HOUR = 12;

    private NewYorkTime() {}

    /**
     * The start of a day such that adding wall-clock time gives the right moment in all trading hours: counted back from noon, because
     * clocks change at night.
     *
     * @return UTC, nanoseconds
     */
    static long dayStartNs(LocalDate date) {
        long noonNs = Times.ofInstant(date.atTime(NOON_HOUR, 0).atZone(NEW_YORK).toInstant());
        return noonNs - NOON_HOUR * 3_600 * Times.SECOND;
    }

    /** Midnight at the end of a day, UTC, nanoseconds. */
    static long dayEndNs(LocalDate date) {
        return Times.ofInstant(date.plusDays(1).atStartOfDay(NEW_YORK).toInstant());
    }

    /** Reads {@code yyyyMMdd HH:mm}. */
    static LocalDateTime parse(String text) throws BadLineException {
        try {
            return LocalDateTime.parse(text, ROW_TIME);
        } catch (DateTimeParseException e) {
            throw new BadLineException(LineOutcome.NOT_A_TIME);
        }
    }

    /** A wall time as a moment, UTC, nanoseconds. */
    static long toNs(LocalDateTime time) {
        return Times.ofInstant(time.atZone(NEW_YORK).toInstant());
    }

    /** Reads milliseconds since midnight. */
    static long millisOfDay(CsvRow row, int column) throws BadLineException {
        long millis = row.whole(column);
        if (millis >= DAY_MS) {
            throw new BadLineException(LineOutcome.NOT_A_TIME);
        }
        return millis;
    }

    /** Whether a time of day, milliseconds, is outside the core session of 9:30 to 16:00. Half days are not known here. */
    static boolean isExtended(long millisOfDay) {
        return millisOfDay < OPEN_MS || millisOfDay >= CLOSE_MS;
    }
}
