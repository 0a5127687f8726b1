package io.lockstep.simulator.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "[1,-0.50,1e400,12345678901234567890]",
                "{\"a\":[true,false,null],\"b\":{\"c\":\"\\\"\\\\ü\"}}"
            })
    void shouldWriteWhatItRead(String text) {
        assertThat(new JsonWriter().value(JsonReader.read(text)).toString()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\"}",
                "{\"a\":1,}",
                "01",
                "1.",
                "-",
                "+1",
                "\"",
                "\"\\x\"",
                "\"\\u12\"",
                "nul",
                "1 2",
                "NaN"
            })
    void shouldRefuseWhatIsNoJson(String text) {
        assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void shouldRefuseDeepNesting() {
        assertThatThrownBy(() -> JsonReader.read("[".repeat(10_000)))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("nested too deep");
    }

    @Test
    void shouldReadEscapes() {
        assertThat(JsonReader.read("\"\\u0041\\n\\/\"").scalar()).isEqualTo("A\n/");
    }

    @Test
    void shouldEscapeControlCharacters() {
        assertThat(new JsonWriter().text("a\"\n").toString()).isEqualTo("\"a\\\"\\u000a\"");
    }
}
