package io.lockstep.strategies.indicator.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTest {
    private static final long SEED = 42;

    @Test
    void shouldEqualBigIntegersInWideSums() {
        Random random = new Random(SEED);
        WideSum sum = new WideSum();
        BigInteger expected = BigInteger.ZERO;

        for (int i = 0; i < 10_000; i++) {
            long a = random.nextLong() >> random.nextInt(63);
            long b = random.nextLong() >> (8 + random.nextInt(55));
            BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
            expected = i % 2 == 0 ? expected.add(product) : expected.subtract(product);
            if (i % 2 == 0) {
                sum.addProduct(a, b);
            } else {
                sum.subtractProduct(a, b);
            }
            assertThat(sum.toDouble())
                    .as("seed %s, step %s", SEED, i)
                    .isCloseTo(expected.doubleValue(), within(Math.abs(expected.doubleValue()) * 1e-15));
        }
    }

    @Test
    void shouldBeZeroAgainWhenAllThatWasAddedIsTakenAway() {
        WideSum sum = new WideSum();
        sum.addProduct(Long.MAX_VALUE, 3);
        sum.addProduct(-7, 11);

        sum.subtractProduct(-7, 11);
        sum.subtractProduct(Long.MAX_VALUE, 3);

        assertThat(sum.isZero()).isTrue();
        assertThat(sum.toDouble()).isZero();
    }

    @Test
    void shouldThrowWhenAWideSumLeaves128Bits() {
        WideSum sum = new WideSum();
        sum.addProduct(Long.MIN_VALUE, Long.MIN_VALUE);

        assertThatThrownBy(() -> sum.addProduct(Long.MIN_VALUE, Long.MIN_VALUE))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest(name = "period {0}")
    @ValueSource(ints = {1, 2, 5, 20})
    void shouldEqualANaiveScanInRollingExtremes(int period) {
        long[] values = new Random(SEED).longs(2_000, -50, 50).toArray();
        RollingExtreme highest = RollingExtreme.highest(period);
        RollingExtreme lowest = RollingExtreme.lowest(period);

        for (int i = 0; i < values.length; i++) {
            highest.add(values[i]);
            lowest.add(values[i]);
            long[] window = LongStream.of(values)
                    .skip(Math.max(0, i - period + 1))
                    .limit(Math.min(i + 1, period))
                    .toArray();
            assertThat(highest.value())
                    .as("seed %s", SEED)
                    .isEqualTo(LongStream.of(window).max().orElseThrow());
            assertThat(lowest.value())
                    .as("seed %s", SEED)
                    .isEqualTo(LongStream.of(window).min().orElseThrow());
            assertThat(highest.isFull()).isEqualTo(i >= period - 1);
        }
    }

    @Test
    void shouldApproximatePowersOfTwoToTheLastDigits() {
        new Random(SEED)
                .doubles(10_000, 0, 60)
                .forEach(x -> assertThat(PowerOfTwo.negative(x))
                        .as("seed %s, x=%s", SEED, x)
                        .isCloseTo(StrictMath.pow(2, -x), within(StrictMath.pow(2, -x) * 2e-15)));
    }

    @Test
    void shouldEndAtZeroForLargePowersAndAtOneForNone() {
        assertThat(PowerOfTwo.negative(1e18)).isZero();
        assertThat(PowerOfTwo.negative(0)).isEqualTo(1);
    }

    @Test
    void shouldNotUpdateAFilterWhoseInputIsNotReady() {
        Filter mean = new MeanFilter(2);
        mean.next(4);

        double skipped = mean.next(Double.NaN);
        double value = mean.next(6);

        assertThat(skipped).isNaN();
        assertThat(value).isEqualTo(5);
    }

    @Test
    void shouldReturnTheEvictedValueFromARing() {
        LongRing ring = new LongRing(2);

        assertThat(ring.push(1)).isZero();
        assertThat(ring.push(2)).isZero();
        assertThat(ring.push(3)).isEqualTo(1);
        assertThat(ring.get(0)).isEqualTo(3);
        assertThat(ring.get(1)).isEqualTo(2);
    }
}
