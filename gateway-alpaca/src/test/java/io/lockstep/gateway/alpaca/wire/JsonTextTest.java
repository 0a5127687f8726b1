package io.lockstep.gateway.alpaca.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockstep.engine.instrument.FixedPoint;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {
    private final JsonText json = new JsonText();

    @Test
    void shouldWriteNestedObjectsAndArrays() {
        json.clear()
                .open('{')
                .key("a")
                .open('[')
                .text("x")
                .text("y")
                .close(']')
                .key("b")
                .open('{')
                .close('}')
                .key("c")
                .bool(true)
                .key("d")
                .number(-5)
                .key("e")
                .raw("null")
                .close('}');

        assertThat(json).hasToString("{\"a\":[\"x\",\"y\"],\"b\":{},\"c\":true,\"d\":-5,\"e\":null}");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "100000000, 1",
        "1, 0.00000001",
        "-1, -0.00000001",
        "20125000000, 201.25",
        "9223372036854775807, 92233720368.54775807",
        "-10000000, -0.1"
    })
    void shouldWriteDecimalsExactly(long value, String text) {
        assertThat(json.clear().decimal(value)).hasToString("\"" + text + "\"");
        assertThat(FixedPoint.parse(text)).isEqualTo(value);
    }

    @Test
    void shouldWriteAnyTextSoThatItReadsBack() throws JsonProcessingException {
        long seed = 13;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int c = random.nextInt(40); c > 0; c--) {
                text.appendCodePoint(random.nextInt(4) == 0 ? 0x1F600 + random.nextInt(50) : random.nextInt(0x250));
            }
            JsonNode read = new ObjectMapper()
                    .readTree(json.clear().open('[').text(text).close(']').toString());

            assertThat(read.get(0).asText()).as("seed=%d", seed).isEqualTo(text.toString());
        }
    }
}
