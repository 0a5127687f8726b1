package io.lockstep.engine.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedPointTest {
    private static final long SEED = 20_250_303L;
    private static final long[] EDGES = {
        0,
        1,
        -1,
        2,
        -2,
        3,
        7,
        FixedPoint.ONE,
        -FixedPoint.ONE,
        1L << 31,
        1L << 32,
        (1L << 32) - 1,
        -(1L << 32),
        1L << 62,
        Long.MAX_VALUE,
        Long.MAX_VALUE - 1,
        Long.MIN_VALUE,
        Long.MIN_VALUE + 1
    };

    @ParameterizedTest
    @EnumSource(RoundingMode.class)
    void shouldAgreeWithExactArithmeticOnRandomNumbers(RoundingMode rounding) {
        SplittableRandom random = new SplittableRandom(SEED + rounding.ordinal());

        for (int i = 0; i < 2_000; i++) {
            compare(number(random), number(random), number(random), rounding);
        }
    }

    @ParameterizedTest
    @EnumSource(RoundingMode.class)
    void shouldAgreeWithExactArithmeticOnEveryEdge(RoundingMode rounding) {
        for (long a : EDGES) {
            for (long b : EDGES) {
                for (long divisor : EDGES) {
                    compare(a, b, divisor, rounding);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(RoundingMode.class)
    void shouldAgreeWithExactArithmeticWhereTheResultIsAboutToOverflow(RoundingMode rounding) {
        SplittableRandom random = new SplittableRandom(SEED);

        for (int i = 0; i < 600; i++) {
            long divisor = random.nextLong(3, 1L << 59);
            long a = random.nextLong(2 * divisor, 8 * divisor);
            compareAround(a, divisor, BigInteger.TWO.pow(63), rounding);
            compareAround(a, divisor, BigInteger.TWO.pow(64), rounding);
        }
    }

    @Test
    void shouldRoundProductsByName() {
        long third = FixedPoint.parse("0.33333333");

        assertThat(FixedPoint.multiply(third, third, RoundingMode.DOWN)).isEqualTo(FixedPoint.parse("0.11111110"));
        assertThat(FixedPoint.multiply(third, third, RoundingMode.UP)).isEqualTo(FixedPoint.parse("0.11111111"));
        assertThat(FixedPoint.multiply(-third, third, RoundingMode.FLOOR)).isEqualTo(FixedPoint.parse("-0.11111111"));
    }

    @Test
    void shouldDivideBackWhatItMultiplied() {
        long price = FixedPoint.parse("64123.45");
        long quantity = FixedPoint.parse("1234.56789");

        long notional = FixedPoint.multiply(price, quantity, RoundingMode.UNNECESSARY);

        assertThat(FixedPoint.divide(notional, quantity, RoundingMode.UNNECESSARY))
                .isEqualTo(price);
    }

    @Test
    void shouldThrowOnDivisionByZero() {
        assertThatThrownBy(() -> FixedPoint.divide(1, 0, RoundingMode.DOWN)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> FixedPoint.divide(Long.MAX_VALUE, 0, RoundingMode.DOWN))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 100000000",
        "-0.00000001, -1",
        "92233720368.54775807, 9223372036854775807",
        "1e-8, 1",
        "1E3, 100000000000"
    })
    void shouldReadDecimals(String text, long value) {
        assertThat(FixedPoint.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.000000001", "92233720368.54775808", "1e400000000"})
    void shouldRefuseWhatDoesNotFit(String text) {
        assertThatThrownBy(() -> FixedPoint.parse(text)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1,5", "NaN", "0x10"})
    void shouldRefuseWhatIsNoNumber(String text) {
        assertThatThrownBy(() -> FixedPoint.parse(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void shouldWriteWhatItReads() {
        SplittableRandom random = new SplittableRandom(SEED);

        for (int i = 0; i < 10_000; i++) {
            long value = number(random);
            assertThat(FixedPoint.parse(FixedPoint.format(value))).isEqualTo(value);
        }
        assertThat(FixedPoint.format(FixedPoint.parse("1500"))).isEqualTo("1500");
        assertThat(FixedPoint.format(FixedPoint.parse("0.10"))).isEqualTo("0.1");
        assertThat(FixedPoint.format(0)).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"17, 5, 15, 20", "15, 5, 15, 15", "0, 5, 0, 0", "-17, 5, -15, -15"})
    void shouldRoundToSteps(long value, long step, long floor, long ceiling) {
        assertThat(FixedPoint.floorToStep(value, step)).isEqualTo(floor);
        if (value >= 0) {
            assertThat(FixedPoint.ceilToStep(value, step)).isEqualTo(ceiling);
        }
        assertThat(FixedPoint.isMultipleOf(floor, step)).isTrue();
    }

    @Test
    void shouldThrowWhenAStepUpwardsDoesNotFit() {
        assertThatThrownBy(() -> FixedPoint.ceilToStep(Long.MAX_VALUE, 10)).isInstanceOf(ArithmeticException.class);
    }

    /** Factors whose quotient lies within one divisor of a limit. */
    private static void compareAround(long a, long divisor, BigInteger limit, RoundingMode rounding) {
        BigInteger b = limit.multiply(BigInteger.valueOf(divisor))
                .subtract(BigInteger.ONE)
                .divide(BigInteger.valueOf(a));
        if (b.bitLength() < 64) {
            compare(a, b.longValueExact(), divisor, rounding);
            compare(-a, b.longValueExact(), divisor, rounding);
        }
    }

    private static void compare(long a, long b, long divisor, RoundingMode rounding) {
        BigInteger expected = exact(a, b, divisor, rounding);
        BigInteger actual;
        try {
            actual = BigInteger.valueOf(FixedPoint.multiplyDivide(a, b, divisor, rounding));
        } catch (ArithmeticException thrown) {
            actual = null;
        }
        if (expected == null ? actual != null : !expected.equals(actual)) {
            throw new AssertionError(
                    a + " * " + b + " / " + divisor + " " + rounding + ": expected " + expected + ", got " + actual);
        }
    }

    /** The true result, null where there is none that fits. */
    private static BigInteger exact(long a, long b, long divisor, RoundingMode rounding) {
        try {
            BigInteger result = new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)))
                    .divide(BigDecimal.valueOf(divisor), 0, rounding)
                    .toBigIntegerExact();
            return result.bitLength() < 64 ? result : null;
        } catch (ArithmeticException thrown) {
            return null;
        }
    }

    /** Numbers of every magnitude, so that small and wide divisions both come. */
    private static long number(SplittableRandom random) {
        return random.nextLong() >> random.nextInt(64);
    }
}
