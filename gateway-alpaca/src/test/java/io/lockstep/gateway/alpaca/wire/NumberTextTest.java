package io.lockstep.gateway.alpaca.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    private final NumberText numbers = new NumberText();

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "707.64, 70764000000, 0",
        "29.205707815, 2920570781, 1",
        "-0.123456789, -12345678, 1",
        "26679.5912436798, 2667959124367, 1",
        "1e-7, 10, 0",
        "1.5E+3, 150000000000, 0",
        "1e-9, 0, 1",
        "0.100000000, 10000000, 0",
        "92233720368.54775807, 9223372036854775807, 0"
    })
    void shouldReadDecimalsAndCountWhatIsCut(String text, long value, long cut) {
        assertThat(decimal(text)).isEqualTo(value);
        assertThat(numbers.rounded()).isEqualTo(cut);
    }

    @ParameterizedTest
    @ValueSource(strings = {"92233720368.54775808", "1e11", "1e", "1e+", "1e999999999999", "abc", ".5", "1.2.3"})
    void shouldRefuseWhatDoesNotFitOrIsNoNumber(String text) {
        assertThat(decimal(text)).isEqualTo(NumberText.INVALID);
    }

    @Test
    void shouldAgreeWithBigDecimal() {
        long seed = 11;
        Random random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            BigDecimal exact = BigDecimal.valueOf(random.nextLong() >> random.nextInt(40), random.nextInt(14) + 9);
            String text = random.nextBoolean() ? exact.toPlainString() : exact.toString();
            long expected = FixedPoint.of(exact.setScale(8, RoundingMode.DOWN));

            assertThat(decimal(text)).as("seed=%d text=%s", seed, text).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "3447222699101865076", "9223372036854775808", "18446744073709551615"})
    void shouldReadIdsOfSixtyFourBitsExactly(String text) {
        long bits = NumberText.unsigned(text.getBytes(US_ASCII), 0, text.length());

        assertThat(new BigInteger(Long.toUnsignedString(bits))).isEqualTo(new BigInteger(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"18446744073709551616", "99999999999999999999", "-1", "1.5", "x", "000000000000000000001"})
    void shouldRefuseWhatIsNoId(String text) {
        assertThat(NumberText.unsigned(text.getBytes(US_ASCII), 0, text.length()))
                .isZero();
    }

    private long decimal(String text) {
        byte[] bytes = ("9" + text + "9").getBytes(US_ASCII);
        return numbers.decimal(bytes, 1, bytes.length - 1);
    }
}
