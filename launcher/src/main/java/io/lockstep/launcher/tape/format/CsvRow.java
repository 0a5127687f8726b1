package io.lockstep.launcher.tape.format;

import io.lockstep.engine.instrument.FixedPoint;
import java.nio.charset.StandardCharsets;

/** The columns of one line of comma-separated values without quoting, read in place. Reused line by line. */
final class CsvRow {
    private static final int MAX_COLUMNS = 64;
    private static final long MAX_BEFORE_DIGIT = Long.MAX_VALUE / 10 - 1;

    private final int[] ends = new int[MAX_COLUMNS];
    private byte[] line = new byte[0];
    private int start;
    private int columns;

    /** Splits a line. */
    void wrap(byte[] bytes, int offset, int length) throws BadLineException {
        line = bytes;
        start = offset;
        columns = 0;
        for (int i = offset; i <= offset + length; i++) {
            if (i == offset + length || bytes[i] == ',') {
                if (columns == MAX_COLUMNS) {
                    throw new BadLineException(LineOutcome.WRONG_COLUMNS);
                }
                ends[columns++] = i;
            }
        }
    }

    /** Number of columns. */
    int columns() {
        return columns;
    }

    /** Refuses a row of another width. */
    void requireColumns(int least, int most) throws BadLineException {
        if (columns < least || columns > most) {
            throw new BadLineException(LineOutcome.WRONG_COLUMNS);
        }
    }

    /** The text of a column without blanks at its ends. */
    String text(int column) {
        int from = from(column);
        return new String(line, from, ends[column] - from, StandardCharsets.UTF_8).strip();
    }

    /** Whether nothing stands in a column. */
    boolean isEmpty(int column) {
        return from(column) == ends[column];
    }

    /** Whether a column starts like a number; a header's does not. */
    boolean looksNumeric(int column) {
        byte first = isEmpty(column) ? 0 : line[from(column)];
        return first >= '0' && first <= '9' || first == '-';
    }

    /** A whole number that is not negative. */
    long whole(int column) throws BadLineException {
        long value = 0;
        int from = from(column);
        for (int i = from; i < ends[column]; i++) {
            value = append(value, line[i]);
        }
        requireDigits(ends[column] - from);
        return value;
    }

    /** A decimal that is not negative, E8. */
    long decimal(int column) throws BadLineException {
        long value = 0;
        int decimals = -1;
        int digits = 0;
        for (int i = from(column); i < ends[column]; i++) {
            if (line[i] == '.' && decimals < 0) {
                decimals = 0;
            } else if (decimals == FixedPoint.DECIMALS) {
                requireZero(line[i]);
            } else {
                value = append(value, line[i]);
                decimals += decimals >= 0 ? 1 : 0;
                digits++;
            }
        }
        requireDigits(digits);
        return scale(value, FixedPoint.DECIMALS - Math.max(0, decimals));
    }

    /** A decimal above zero, E8. */
    long positive(int column) throws BadLineException {
        long value = decimal(column);
        if (value == 0) {
            throw new BadLineException(LineOutcome.OUT_OF_RANGE);
        }
        return value;
    }

    /** True or false in any case, or 1 or 0. */
    boolean truth(int column) throws BadLineException {
        String text = text(column);
        if (text.equalsIgnoreCase("true") || text.equals("1")) {
            return true;
        }
        if (text.equalsIgnoreCase("false") || text.equals("0")) {
            return false;
        }
        throw new BadLineException(LineOutcome.MALFORMED);
    }

    /** Hexadecimal bits. */
    long hex(int column) throws BadLineException {
        try {
            return Long.parseLong(text(column), 16);
        } catch (NumberFormatException e) {
            throw new BadLineException(LineOutcome.NOT_A_NUMBER);
        }
    }

    /** Multiplies by a power of ten. */
    static long scale(long value, int powerOfTen) throws BadLineException {
        long scaled = value;
        for (int i = 0; i < powerOfTen; i++) {
            if (scaled > MAX_BEFORE_DIGIT) {
                throw new BadLineException(LineOutcome.OUT_OF_RANGE);
            }
            scaled *= 10;
        }
        return scaled;
    }

    private int from(int column) {
        return column == 0 ? start : ends[column - 1] + 1;
    }

    private static long append(long value, byte digit) throws BadLineException {
        if (digit < '0' || digit > '9') {
            throw new BadLineException(digit == '-' ? LineOutcome.OUT_OF_RANGE : LineOutcome.NOT_A_NUMBER);
        }
        if (value > MAX_BEFORE_DIGIT) {
            throw new BadLineException(LineOutcome.OUT_OF_RANGE);
        }
        return value * 10 + (digit - '0');
    }

    private static void requireZero(byte digit) throws BadLineException {
        if (digit != '0') {
            boolean number = digit >= '1' && digit <= '9';
            throw new BadLineException(number ? LineOutcome.TOO_MANY_DECIMALS : LineOutcome.NOT_A_NUMBER);
        }
    }

    private static void requireDigits(int digits) throws BadLineException {
        if (digits == 0) {
            throw new BadLineException(LineOutcome.MISSING_FIELD);
        }
    }
}
