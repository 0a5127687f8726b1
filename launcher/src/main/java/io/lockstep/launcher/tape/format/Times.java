package io.lockstep.launcher.tape.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as archives write them, as nanoseconds since the epoch, UTC. */
final class Times {
    /** Nanoseconds of a second. */
    static final long SECOND = 1_000_000_000L;

    /** 2200-01-01: later times are taken for mistakes. */
    private static final long LATEST_SECOND = 7_258_118_400L;

    private Times() {}

    /**
     * Converts a count since the epoch; its unit (seconds, milli-, micro- or nanoseconds) follows from its size. Binance's archives
     * went from milli- to microseconds in 2025.
     */
    static long ofEpoch(long count) throws BadLineException {
        long ns = SECOND;
        for (long latest = LATEST_SECOND; ns >= 1; latest *= 1_000, ns /= 1_000) {
            if (count < latest) {
                return count * ns;
            }
        }
        throw new BadLineException(LineOutcome.NOT_A_TIME);
    }

    /** Reads a count since the epoch, with decimals if in seconds, or an ISO date with or without a time; without a zone it is UTC. */
    static long parse(CsvRow row, int column) throws BadLineException {
        String text = row.text(column);
        try {
            if (text.indexOf('-') < 0) {
                return text.indexOf('.') < 0 ? ofEpoch(row.whole(column)) : row.decimal(column) * 10;
            }
            return text.length() == "2013-11-25".length()
                    ? ofInstant(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC))
                    : ofInstant(instant(text.replace(' ', 'T')));
        } catch (DateTimeException | ArithmeticException e) {
            throw new BadLineException(LineOutcome.NOT_A_TIME);
        }
    }

    /** An instant as nanoseconds. */
    static long ofInstant(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
    }

    private static Instant instant(String text) {
        boolean zoned = text.endsWith("Z") || text.indexOf('+') > 0;
        return zoned ? Instant.parse(text) : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
