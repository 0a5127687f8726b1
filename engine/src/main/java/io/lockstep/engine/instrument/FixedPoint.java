package io.lockstep.engine.instrument;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Exact decimal arithmetic on {@code long} values with 8 implied decimals (E8).
 *
 * <p>Products and quotients go through 128 bits and round by name; a result that does not fit throws {@link ArithmeticException},
 * because a wrong number is worse than none. Stateless, allocation-free except where a text is made or read.
 */
public final class FixedPoint {
    /** Decimals carried by every price, quantity and amount of money. */
    public static final int DECIMALS = 8;

    /** The number 1, E8. */
    public static final long ONE = 100_000_000L;

    /** Stands for an absent value wherever a field is optional; SBE's null of an int64. */
    public static final long NULL = Long.MIN_VALUE;

    private static final long LOW_32 = 0xFFFF_FFFFL;

    private FixedPoint() {}

    /**
     * Multiplies two E8 values.
     *
     * @return {@code a * b}, E8, rounded as told
     * @throws ArithmeticException if the result does not fit into a long
     */
    public static long multiply(long a, long b, RoundingMode rounding) {
        return multiplyDivide(a, b, ONE, rounding);
    }

    /**
     * Divides two E8 values.
     *
     * @return {@code a / b}, E8, rounded as told
     * @throws ArithmeticException if {@code b} is zero or the result does not fit into a long
     */
    public static long divide(long a, long b, RoundingMode rounding) {
        return multiplyDivide(a, ONE, b, rounding);
    }

    /**
     * Computes {@code a * b / divisor} with a 128-bit product.
     *
     * @throws ArithmeticException if {@code divisor} is zero or the result does not fit into a long
     */
    public static long multiplyDivide(long a, long b, long divisor, RoundingMode rounding) {
        long low = a * b;
        boolean fits = Math.multiplyHigh(a, b) == low >> 63;
        return fits ? divideRounded(low, divisor, rounding) : divideWide(a, b, divisor, rounding);
    }

    /** Rounds down, toward zero, to a multiple of {@code step}; {@code step} must be positive. */
    public static long floorToStep(long value, long step) {
        return value - value % step;
    }

    /** Rounds to the next multiple of {@code step} at or above a non-negative value; {@code step} must be positive. */
    public static long ceilToStep(long value, long step) {
        long remainder = value % step;
        return remainder == 0 ? value : Math.addExact(value - remainder, step);
    }

    /** Whether a value is a whole multiple of {@code step}; {@code step} must be positive. */
    public static boolean isMultipleOf(long value, long step) {
        return value % step == 0;
    }

    /**
     * Reads a plain or scientific decimal text.
     *
     * @return the value, E8
     * @throws NumberFormatException if the text is not a number
     * @throws ArithmeticException if it has more than 8 decimals or does not fit into a long
     */
    public static long parse(String text) {
        return of(new BigDecimal(text));
    }

    /**
     * Converts an exact decimal.
     *
     * @throws ArithmeticException if it has more than 8 decimals or does not fit into a long
     */
    public static long of(BigDecimal value) {
        return value.scaleByPowerOfTen(DECIMALS).longValueExact();
    }

    /** Converts to an exact decimal, trailing zeros removed. */
    public static BigDecimal toBigDecimal(long value) {
        BigDecimal exact = BigDecimal.valueOf(value, DECIMALS).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    /** The plain decimal text, without trailing zeros. */
    public static String format(long value) {
        return toBigDecimal(value).toPlainString();
    }

    /** The nearest {@code double}, for indicators and displays, never for money. */
    public static double toDouble(long value) {
        return value / (double) ONE;
    }

    private static long divideRounded(long dividend, long divisor, RoundingMode rounding) {
        if (divisor == -1) {
            return Math.negateExact(dividend);
        }
        long quotient = dividend / divisor;
        long remainder = dividend - quotient * divisor;
        if (remainder == 0) {
            return quotient;
        }
        boolean negative = (dividend ^ divisor) < 0;
        boolean away = roundsAway(quotient, Math.abs(remainder), absUnsigned(divisor), negative, rounding);
        return away ? quotient + (negative ? -1 : 1) : quotient;
    }

    private static long divideWide(long a, long b, long divisor, RoundingMode rounding) {
        if (divisor == 0) {
            throw new ArithmeticException("division by zero");
        }
        boolean negative = (a ^ b ^ divisor) < 0;
        long x = absUnsigned(a);
        long y = absUnsigned(b);
        long magnitude = absUnsigned(divisor);
        long high = multiplyHighUnsigned(x, y);
        long low = x * y;
        if (Long.compareUnsigned(high, magnitude) >= 0) {
            throw overflow(a, b, divisor);
        }
        long quotient = divide128(high, low, magnitude);
        long remainder = low - quotient * magnitude;
        if (remainder != 0 && roundsAway(quotient, remainder, magnitude, negative, rounding) && ++quotient == 0) {
            throw overflow(a, b, divisor);
        }
        long result = negative ? -quotient : quotient;
        if (quotient < 0 && !(negative && result == Long.MIN_VALUE)) {
            throw overflow(a, b, divisor);
        }
        return result;
    }

    private static boolean roundsAway(
            long quotient, long remainder, long divisor, boolean negative, RoundingMode rounding) {
        return switch (rounding) {
            case DOWN -> false;
            case UP -> true;
            case FLOOR -> negative;
            case CEILING -> !negative;
            case HALF_UP -> compareToHalf(remainder, divisor) >= 0;
            case HALF_DOWN -> compareToHalf(remainder, divisor) > 0;
            case HALF_EVEN -> {
                int half = compareToHalf(remainder, divisor);
                yield half > 0 || half == 0 && (quotient & 1) != 0;
            }
            case UNNECESSARY -> throw new ArithmeticException("rounding necessary: remainder=" + remainder);
        };
    }

    /** Compares an unsigned remainder with half of its unsigned divisor without overflow. */
    private static int compareToHalf(long remainder, long divisor) {
        return Long.compareUnsigned(remainder, divisor - remainder);
    }

    private static long absUnsigned(long value) {
        return value < 0 ? -value : value;
    }

    private static long multiplyHighUnsigned(long x, long y) {
        return Math.multiplyHigh(x, y) + (x >> 63 & y) + (y >> 63 & x);
    }

    /** Unsigned 128 by 64 bit division, two 32-bit digits at a time (Knuth, algorithm D); {@code high < divisor}. */
    private static long divide128(long high, long low, long divisor) {
        int shift = Long.numberOfLeadingZeros(divisor);
        long normalized = divisor << shift;
        long top = shift == 0 ? high : high << shift | low >>> -shift;
        long bottom = low << shift;
        long first = quotientDigit(top, bottom >>> 32, normalized);
        long rest = (top << 32) + (bottom >>> 32) - first * normalized;
        long second = quotientDigit(rest, bottom & LOW_32, normalized);
        return (first << 32) + second;
    }

    private static long quotientDigit(long dividend, long nextDigit, long divisor) {
        long divisorHigh = divisor >>> 32;
        long divisorLow = divisor & LOW_32;
        long digit = Long.divideUnsigned(dividend, divisorHigh);
        long remainder = dividend - digit * divisorHigh;
        while (digit >>> 32 != 0 || Long.compareUnsigned(digit * divisorLow, (remainder << 32) + nextDigit) > 0) {
            digit--;
            remainder += divisorHigh;
            if (remainder >>> 32 != 0) {
                break;
            }
        }
        return digit;
    }

    private static ArithmeticException overflow(long a, long b, long divisor) {
        return new ArithmeticException("result exceeds 64 bits: a=" + a + ", b=" + b + ", divisor=" + divisor);
    }
}
