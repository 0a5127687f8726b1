package io.lockstep.transport.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonCursorDecimalTest {
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final JsonCursor cursor = new JsonCursor();

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0.0,0",
        "61837.63000000,6183763000000",
        "0.096340,9634000",
        "-0.00000244,-244",
        "83260.90826812,8326090826812",
        "92233720368.54775807,9223372036854775807",
        "-92233720368.54775807,-9223372036854775807",
        "1.100000000000,110000000",
        "0000001e-8,-",
        "1e-8,1",
        "25E-7,250",
        "1.5e+3,150000000000",
        "0e99999999,0",
        "0.00000000000000000000000e20,0"
    })
    void shouldReadDecimalsExactly(String number, String expected) {
        long value = read(number);

        assertThat(cursor.isFaulty() ? "-" : Long.toString(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "92233720368.54775808,OVERFLOW",
        "100000000000,OVERFLOW",
        "1e11,OVERFLOW",
        "1e99999999999,OVERFLOW",
        "0.000000001,TOO_PRECISE",
        "1.123456789,TOO_PRECISE",
        "1e-9,TOO_PRECISE",
        "1e-99999999999,TOO_PRECISE",
        "1.,SYNTAX",
        "1.e5,SYNTAX",
        "1e,SYNTAX",
        "1e+,SYNTAX",
        "1..2,SYNTAX",
        "1.12345678.9,SYNTAX",
        "-,SYNTAX",
        "--1,SYNTAX",
        "00.5,SYNTAX",
        "1x,SYNTAX"
    })
    void shouldRefuseWithTheReason(String number, JsonFault expected) {
        read(number);

        assertThat(cursor.fault()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1.10567368421,110567368", "-1.999999999,-199999999", "0.000000001,0", "12.5,1250000000", "1e-9,0"})
    void shouldCutOffDecimalsWhereToldTo(String number, long expected) {
        byte[] bytes = ('"' + number + '"').getBytes(US_ASCII);

        assertThat(cursor.wrap(bytes, 0, bytes.length).readDecimalTruncated()).isEqualTo(expected);
        assertThat(cursor.fault()).isEqualTo(JsonFault.NONE);
        assertThat(read("1.10567368421")).isZero();
        assertThat(cursor.fault()).isEqualTo(JsonFault.TOO_PRECISE);
    }

    @Test
    void shouldAgreeWithBigDecimalOnRandomNumbers() {
        long seed = 20261121;
        Random random = new Random(seed);

        for (int i = 0; i < 200_000; i++) {
            String number = randomNumber(random);
            BigDecimal exact = new BigDecimal(number).movePointRight(8);

            long value = read(number);

            assertThat(cursor.fault()).as("%s, seed %d", number, seed).isIn((Object[]) allowedFaults(exact));
            if (!cursor.isFaulty()) {
                assertThat(BigDecimal.valueOf(value))
                        .as("%s, seed %d", number, seed)
                        .isEqualByComparingTo(exact);
            }
        }
    }

    /** Digit by digit from the left, too large or too fine may be seen first where a number is both. */
    private static JsonFault[] allowedFaults(BigDecimal exact) {
        boolean fine = exact.stripTrailingZeros().scale() > 0;
        boolean large = exact.abs().toBigInteger().compareTo(LARGEST) > 0;
        if (fine && large) {
            return new JsonFault[] {JsonFault.TOO_PRECISE, JsonFault.OVERFLOW};
        }
        return new JsonFault[] {fine ? JsonFault.TOO_PRECISE : large ? JsonFault.OVERFLOW : JsonFault.NONE};
    }

    private static String randomNumber(Random random) {
        StringBuilder number = new StringBuilder(random.nextInt(4) == 0 ? "-" : "");
        number.append(random.nextInt(8) == 0 ? "0" : Integer.toString(1 + random.nextInt(9)));
        if (number.charAt(number.length() - 1) != '0') {
            digits(number, random.nextInt(random.nextInt(10) == 0 ? 14 : 7), random);
        }
        if (random.nextBoolean()) {
            number.append('.');
            digits(number, 1 + random.nextInt(8), random);
            number.append("0".repeat(random.nextInt(4)));
        }
        if (random.nextInt(6) == 0) {
            number.append(random.nextBoolean() ? 'e' : 'E').append(random.nextInt(24) - 12);
        }
        return number.toString();
    }

    private static void digits(StringBuilder number, int count, Random random) {
        for (int i = 0; i < count; i++) {
            number.append((char) ('0' + random.nextInt(10)));
        }
    }

    private long read(String number) {
        byte[] bytes = ('"' + number + "\"7777777777").getBytes(US_ASCII);
        cursor.wrap(bytes, 0, number.length() + 2);
        return cursor.readDecimal();
    }
}
