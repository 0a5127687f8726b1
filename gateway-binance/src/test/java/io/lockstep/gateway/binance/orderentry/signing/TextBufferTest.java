package io.lockstep.gateway.binance.orderentry.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextBufferTest {
    private final TextBuffer text = new TextBuffer(1);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 99, 100, -1, -10, 1760000000000L, Long.MAX_VALUE, Long.MIN_VALUE})
    void shouldWriteWholeNumbers(long value) {
        text.putLong(value);

        assertThat(written()).isEqualTo(Long.toString(value));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "100000000,1",
        "1,0.00000001",
        "-1,-0.00000001",
        "2341610000000,23416.1",
        "847000,0.00847",
        "-150000000,-1.5",
        "9223372036854775807,92233720368.54775807"
    })
    void shouldWriteDecimalsWithoutTrailingZeros(long value, String expected) {
        text.putDecimal(value);

        assertThat(written()).isEqualTo(expected);
    }

    @Test
    void shouldWriteDecimalsThatReadBackTheSame() {
        long seed = 3;
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            long value = random.nextLong() >> random.nextInt(63);
            text.clear();
            text.putDecimal(value);

            assertThat(FixedPoint.parse(written())).as("seed %d", seed).isEqualTo(value);
        }
    }

    private String written() {
        return new String(text.array(), 0, text.length(), US_ASCII);
    }
}
