package io.lockstep.transport.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads decimal numbers from bytes into longs with 8 implied decimals (E8), and whole ones as they are, exactly or not at all.
 *
 * <p>The common shape, up to ten digits before the point and up to eight behind it, takes one pass; eight decimals are read as one
 * word. Exponents and anything unusual go digit by digit, each added at its own power of ten.
 */
final class NumberScanner {
    /** What {@link #scan} answers where there is no value; no value is as small as this. */
    static final long REFUSED = Long.MIN_VALUE;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long[] POWERS_OF_TEN = powersOfTen();
    private static final int DECIMALS = 8;
    private static final int SAFE_WHOLE_DIGITS = 10;
    private static final int SAFE_LONG_DIGITS = 18;
    private static final int LARGEST_EXPONENT = 99_999;
    private static final int NO_EXPONENT = Integer.MIN_VALUE;

    private JsonFault fault = JsonFault.NONE;
    private int end;
    private boolean truncates;

    /** Why the last refused number was refused. */
    JsonFault fault() {
        return fault;
    }

    /** Index behind the last character of the last number. */
    int end() {
        return end;
    }

    /**
     * Reads a number.
     *
     * @param start index of its first character
     * @param limit index behind the last readable byte
     * @return the value, E8, or {@link #REFUSED} and {@link #fault()} says why
     */
    long scan(byte[] bytes, int start, int limit) {
        boolean negative = start < limit && bytes[start] == '-';
        int first = negative ? start + 1 : start;
        int pos = first;
        long whole = 0;
        for (; pos < limit && isDigit(bytes[pos]); pos++) {
            whole = whole * 10 + (bytes[pos] - '0');
        }
        int digits = pos - first;
        if (digits == 0 || digits > SAFE_WHOLE_DIGITS || digits > 1 && bytes[first] == '0') {
            return scanUnusual(bytes, start, limit);
        }
        end = pos;
        long fraction = pos < limit && bytes[pos] == '.' ? scanFraction(bytes, pos + 1, limit) : 0;
        if (end < limit && continuesNumber(bytes[end])) {
            return scanUnusual(bytes, start, limit);
        }
        long value = whole * POWERS_OF_TEN[DECIMALS] + fraction;
        return negative ? -value : value;
    }

    /** Reads a number as {@link #scan} does, but cuts off what is behind its eighth decimal. */
    long scanTruncated(byte[] bytes, int start, int limit) {
        truncates = true;
        long value = scan(bytes, start, limit);
        truncates = false;
        return value;
    }

    /**
     * Reads a whole number.
     *
     * @param first index of its first character, which is readable
     * @return the value, or {@link #REFUSED} and {@link #fault()} says why
     */
    long scanWhole(byte[] bytes, int first, int limit) {
        boolean negative = bytes[first] == '-';
        int start = negative ? first + 1 : first;
        long value = 0;
        int pos = start;
        for (; pos < limit && isDigit(bytes[pos]); pos++) {
            int digit = bytes[pos] - '0';
            if (pos - start >= SAFE_LONG_DIGITS && value > (Long.MAX_VALUE - digit) / 10) {
                return refuse(JsonFault.OVERFLOW);
            }
            value = value * 10 + digit;
        }
        if (pos == start || bytes[start] == '0' && pos - start > 1) {
            return refuse(start >= limit ? JsonFault.TRUNCATED : JsonFault.SYNTAX);
        }
        if (pos < limit && (bytes[pos] == '.' || (bytes[pos] | 0x20) == 'e')) {
            return refuse(JsonFault.TOO_PRECISE);
        }
        end = pos;
        return negative ? -value : value;
    }

    /** Reads up to eight decimals and leaves {@link #end} behind them, or on the point when there are none. */
    private long scanFraction(byte[] bytes, int start, int limit) {
        if (limit - start >= DECIMALS) {
            long word = (long) WORD.get(bytes, start);
            if (isDigits(word)) {
                end = start + DECIMALS;
                return toNumber(word);
            }
        }
        long fraction = 0;
        int stop = Math.min(limit, start + DECIMALS);
        int pos = start;
        for (; pos < stop && isDigit(bytes[pos]); pos++) {
            fraction = fraction * 10 + (bytes[pos] - '0');
        }
        end = pos == start ? start - 1 : pos;
        return fraction * POWERS_OF_TEN[DECIMALS - (pos - start)];
    }

    /** The whole grammar: finds digits, point and exponent first, then adds each digit at its power of ten. */
    private long scanUnusual(byte[] bytes, int start, int limit) {
        int digits = start < limit && bytes[start] == '-' ? start + 1 : start;
        int wholeEnd = skipDigits(bytes, digits, limit);
        int fractionEnd =
                wholeEnd < limit && bytes[wholeEnd] == '.' ? skipDigits(bytes, wholeEnd + 1, limit) : wholeEnd;
        boolean noDigits = wholeEnd == digits || fractionEnd == wholeEnd + 1;
        boolean leadingZero = wholeEnd - digits > 1 && bytes[digits] == '0';
        if (noDigits || leadingZero) {
            return refuse(fractionEnd >= limit && !leadingZero ? JsonFault.TRUNCATED : JsonFault.SYNTAX);
        }
        int exponent = readExponent(bytes, fractionEnd, limit);
        if (exponent == NO_EXPONENT) {
            return refuse(end >= limit ? JsonFault.TRUNCATED : JsonFault.SYNTAX);
        }
        if (end - start > JsonCursor.MAX_NUMBER_LENGTH) {
            return refuse(JsonFault.NUMBER_TOO_LONG);
        }
        return sum(bytes, start, fractionEnd, wholeEnd - digits - 1 + exponent + DECIMALS);
    }

    /** The exponent, 0 where there is none, {@link #NO_EXPONENT} where it has no digits; {@link #end} is then behind it. */
    private int readExponent(byte[] bytes, int start, int limit) {
        end = start;
        if (start >= limit || (bytes[start] | 0x20) != 'e') {
            return 0;
        }
        int pos = start + 1;
        boolean negative = pos < limit && bytes[pos] == '-';
        if (pos < limit && (negative || bytes[pos] == '+')) {
            pos++;
        }
        int first = pos;
        int exponent = 0;
        for (; pos < limit && isDigit(bytes[pos]); pos++) {
            exponent = Math.min(LARGEST_EXPONENT, exponent * 10 + (bytes[pos] - '0'));
        }
        end = pos;
        if (pos == first) {
            return NO_EXPONENT;
        }
        return negative ? -exponent : exponent;
    }

    private long sum(byte[] bytes, int start, int mantissaEnd, int firstPower) {
        boolean negative = bytes[start] == '-';
        int power = firstPower;
        long value = 0;
        for (int i = negative ? start + 1 : start; i < mantissaEnd; i++) {
            if (bytes[i] == '.') {
                continue;
            }
            int digit = bytes[i] - '0';
            if (digit != 0) {
                if (power < 0 && !truncates) {
                    return refuse(JsonFault.TOO_PRECISE);
                }
                if (power < 0) {
                    break;
                }
                if (power >= POWERS_OF_TEN.length || digit > (Long.MAX_VALUE - value) / POWERS_OF_TEN[power]) {
                    return refuse(JsonFault.OVERFLOW);
                }
                value += digit * POWERS_OF_TEN[power];
            }
            power--;
        }
        return negative ? -value : value;
    }

    private long refuse(JsonFault reason) {
        fault = reason;
        return REFUSED;
    }

    private static int skipDigits(byte[] bytes, int start, int limit) {
        int pos = start;
        while (pos < limit && isDigit(bytes[pos])) {
            pos++;
        }
        return pos;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean continuesNumber(byte b) {
        return isDigit(b) || b == '.' || (b | 0x20) == 'e';
    }

    /** Whether all eight bytes of a word are ASCII digits. */
    private static boolean isDigits(long word) {
        return ((word + 0x4646464646464646L | word - 0x3030303030303030L) & 0x8080808080808080L) == 0;
    }

    /** Value of eight ASCII digits, the first in the lowest byte: pairs, then fours, then all. */
    private static long toNumber(long word) {
        long digits = word - 0x3030303030303030L;
        long pairs = digits * 10 + (digits >>> 8);
        return ((pairs & 0x000000FF000000FFL) * 0x000F424000000064L
                        + (pairs >>> 16 & 0x000000FF000000FFL) * 0x0000271000000001L)
                >>> 32;
    }

    private static long[] powersOfTen() {
        long[] powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
