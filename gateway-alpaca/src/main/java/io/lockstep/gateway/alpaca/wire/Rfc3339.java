package io.lockstep.gateway.alpaca.wire;

import io.lockstep.engine.instrument.FixedPoint;

/**
 * Reads times as Alpaca writes them: {@code 2026-09-16T12:44:06.259763316Z}, {@code 2022-04-19T13:45:04.98-04:00}.
 *
 * <p>Seconds may carry 0 to 9 decimals; the offset is {@code Z} or hours and minutes. Years 1970 to 2261 fit. Stateless, without
 * allocation.
 */
public final class Rfc3339 {
    /** Answer for a text that is no such time. */
    public static final long INVALID = FixedPoint.NULL;

    private static final int SECONDS_END = 19;
    private static final int FRACTION_DIGITS = 9;
    private static final int LAST_YEAR = 2261;
    private static final long SECOND_NS = 1_000_000_000L;

    private Rfc3339() {}

    /**
     * Reads a time.
     *
     * @return UTC, nanoseconds since the epoch, or {@link #INVALID}
     */
    public static long parse(byte[] text, int offset, int length) {
        if (length <= SECONDS_END || !hasSeparators(text, offset)) {
            return INVALID;
        }
        long day = epochDay(digits(text, offset, 4), digits(text, offset + 5, 2), digits(text, offset + 8, 2));
        int second =
                secondOfDay(digits(text, offset + 11, 2), digits(text, offset + 14, 2), digits(text, offset + 17, 2));
        if (day < 0 || second < 0) {
            return INVALID;
        }
        int limit = offset + length;
        int zone = offset + SECONDS_END;
        long fraction = 0;
        if (text[zone] == '.') {
            int first = ++zone;
            long scale = SECOND_NS;
            while (zone < limit && isDigit(text[zone])) {
                scale /= 10;
                fraction += (text[zone++] - '0') * scale;
            }
            if (zone == first || zone - first > FRACTION_DIGITS) {
                return INVALID;
            }
        }
        int offsetSeconds = offsetSeconds(text, zone, limit);
        return offsetSeconds == Integer.MIN_VALUE
                ? INVALID
                : (day * 86_400L + second - offsetSeconds) * SECOND_NS + fraction;
    }

    private static boolean hasSeparators(byte[] text, int offset) {
        return text[offset + 4] == '-'
                && text[offset + 7] == '-'
                && (text[offset + 10] | 0x20) == 't'
                && text[offset + 13] == ':'
                && text[offset + 16] == ':';
    }

    /** Seconds east of UTC, or the smallest int when the text does not end in an offset. */
    private static int offsetSeconds(byte[] text, int start, int limit) {
        if (limit - start == 1 && (text[start] | 0x20) == 'z') {
            return 0;
        }
        boolean wellFormed = limit - start == 6 && (text[start] == '+' || text[start] == '-') && text[start + 3] == ':';
        int hours = wellFormed ? digits(text, start + 1, 2) : -1;
        int minutes = wellFormed ? digits(text, start + 4, 2) : -1;
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int seconds = hours * 3_600 + minutes * 60;
        return text[start] == '-' ? -seconds : seconds;
    }

    /** A second written as 60 is a leap second and counts as the last one of its minute. */
    private static int secondOfDay(int hour, int minute, int second) {
        boolean valid = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60;
        return valid ? hour * 3_600 + minute * 60 + Math.min(second, 59) : -1;
    }

    /** Days since 1970-01-01; counts years from March so that the leap day comes last. */
    private static long epochDay(int year, int month, int day) {
        if (year < 1970 || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > lengthOf(year, month)) {
            return -1;
        }
        int marchYear = month > 2 ? year : year - 1;
        int monthFromMarch = month > 2 ? month - 3 : month + 9;
        int dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1;
        return 365L * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - 719_468;
    }

    private static int lengthOf(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static int digits(byte[] text, int offset, int count) {
        int value = 0;
        for (int i = offset; i < offset + count; i++) {
            if (!isDigit(text[i])) {
                return -1;
            }
            value = value * 10 + (text[i] - '0');
        }
        return value;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
