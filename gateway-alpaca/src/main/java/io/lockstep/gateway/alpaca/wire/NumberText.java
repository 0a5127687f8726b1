package io.lockstep.gateway.alpaca.wire;

import io.lockstep.engine.instrument.FixedPoint;

/**
 * Reads the numbers of JSON texts that our exact 8 decimals cannot always hold: crypto sizes with 9 decimals, average prices with
 * more, ids beyond 63 bits. What lies behind the eighth decimal is cut and counted. Owned by one thread; allocates nothing.
 */
public final class NumberText {
    /** Answer for a number that does not fit or is none. */
    public static final long INVALID = FixedPoint.NULL;

    private static final int MOST_POWER = 18;
    private static final int MOST_EXPONENT = 1_000;
    private static final int MOST_ID_DIGITS = 20;
    private static final long[] POWERS_OF_TEN = powersOfTen();

    private long rounded;

    /** Numbers cut behind their eighth decimal so far. */
    public long rounded() {
        return rounded;
    }

    /**
     * Reads a decimal, plain or with an exponent.
     *
     * @param from index of its first character
     * @param to index behind its last character
     * @return E8, cut toward zero, or {@link #INVALID}
     */
    public long decimal(byte[] text, int from, int to) {
        boolean negative = from < to && text[from] == '-';
        int start = negative ? from + 1 : from;
        int mantissaEnd = indexOfExponent(text, start, to);
        int point = indexOf(text, start, mantissaEnd, (byte) '.');
        int exponent = mantissaEnd < to ? exponent(text, mantissaEnd + 1, to) : 0;
        if (point == start || exponent == Integer.MIN_VALUE) {
            return INVALID;
        }
        long value = sum(text, start, mantissaEnd, point, point - start - 1 + exponent + FixedPoint.DECIMALS);
        return negative && value != INVALID ? -value : value;
    }

    /**
     * Reads an unsigned whole number of up to 64 bits; ids of 2^63 and more come out as negative longs with the same bits.
     *
     * @return the 64 bits; 0 where the text is no such number
     */
    public static long unsigned(byte[] text, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            boolean overflows = Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, 10)) > 0;
            if (digit < 0 || digit > 9 || overflows || to - from > MOST_ID_DIGITS) {
                return 0;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private long sum(byte[] text, int start, int end, int point, int firstPower) {
        int power = firstPower;
        boolean cut = false;
        long value = 0;
        for (int i = start; i < end; i++) {
            if (i == point) {
                continue;
            }
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return INVALID;
            }
            if (digit != 0) {
                if (power > MOST_POWER || power >= 0 && digit > (Long.MAX_VALUE - value) / POWERS_OF_TEN[power]) {
                    return INVALID;
                }
                cut |= power < 0;
                value += power < 0 ? 0 : digit * POWERS_OF_TEN[power];
            }
            power--;
        }
        rounded += cut ? 1 : 0;
        return value;
    }

    private static int exponent(byte[] text, int from, int to) {
        boolean negative = from < to && text[from] == '-';
        int first = from < to && (negative || text[from] == '+') ? from + 1 : from;
        int value = 0;
        for (int i = first; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            value = Math.min(MOST_EXPONENT, value * 10 + digit);
        }
        return first == to ? Integer.MIN_VALUE : negative ? -value : value;
    }

    private static int indexOfExponent(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if ((text[i] | 0x20) == 'e') {
                return i;
            }
        }
        return to;
    }

    private static int indexOf(byte[] text, int from, int to, byte wanted) {
        for (int i = from; i < to; i++) {
            if (text[i] == wanted) {
                return i;
            }
        }
        return to;
    }

    private static long[] powersOfTen() {
        long[] powers = new long[MOST_POWER + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
