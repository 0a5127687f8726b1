package io.lockstep.simulator.alpaca.api;

import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.engine.instrument.FixedPoint;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as the venue writes and reads them. */
public final class Rfc3339 {
    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private Rfc3339() {}

    /** UTC with as many fraction digits as the nanoseconds need. */
    public static String utc(long timeNs) {
        StringBuilder text = new StringBuilder(
                SECONDS.format(Instant.ofEpochSecond(0, timeNs).atOffset(ZoneOffset.UTC)));
        long fraction = Math.floorMod(timeNs, NS_PER_SECOND);
        if (fraction != 0) {
            String digits = String.valueOf(NS_PER_SECOND + fraction).substring(1);
            int end = digits.length();
            while (digits.charAt(end - 1) == '0') {
                end--;
            }
            text.append('.').append(digits, 0, end);
        }
        return text.append('Z').toString();
    }

    /** New York time with its offset. */
    public static String newYork(long timeNs) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochSecond(0, timeNs).atZone(NyseCalendar.NEW_YORK));
    }

    /** The New York date of a time. */
    public static LocalDate newYorkDate(long timeNs) {
        return Instant.ofEpochSecond(0, timeNs).atZone(NyseCalendar.NEW_YORK).toLocalDate();
    }

    /** Reads a time with its offset, or a date as its first moment in UTC; {@code FixedPoint.NULL} if it is neither. */
    public static long parse(String text) {
        try {
            Instant instant = text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NS_PER_SECOND), instant.getNano());
        } catch (DateTimeException | ArithmeticException e) {
            return FixedPoint.NULL;
        }
    }
}
