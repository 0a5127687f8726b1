package io.lockstep.transport.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {
    private final JsonValue value = JsonValue.parse(
            "{\"a\":\"x\",\"n\":12,\"d\":\"0.10\",\"t\":true,\"null\":null,\"list\":[1,{\"b\":\"é\"}]}");

    @Test
    void shouldGiveMembersInTheTypeAskedFor() {
        assertThat(value.text("a")).isEqualTo("x");
        assertThat(value.number("n")).isEqualTo(12);
        assertThat(value.decimal("d")).isEqualTo(new BigDecimal("0.10"));
        assertThat(value.flag("t", false)).isTrue();
        assertThat(value.flag("absent", true)).isTrue();
        assertThat(value.text("absent", "y")).isEqualTo("y");
        assertThat(value.has("null")).isFalse();
        assertThat(value.get("list").elements().get(1).text("b")).isEqualTo("é");
        assertThat(value.members()).containsOnlyKeys("a", "n", "d", "t", "null", "list");
    }

    @Test
    void shouldNameWhatIsMissingOrOfAnotherType() {
        assertThatThrownBy(() -> value.get("zz"))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageContaining("key=zz");
        assertThatThrownBy(() -> value.number("d")).hasMessageContaining("key=d, value=0.10");
        assertThatThrownBy(() -> value.decimal("a")).hasMessageContaining("key=a, value=x");
        assertThatThrownBy(value::elements).hasMessageContaining("not an array");
        assertThatThrownBy(() -> value.text("list")).hasMessageContaining("neither text nor number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1} 2", "{\"a\":01}", "nul"})
    void shouldRefuseWhatIsNotJson(String json) {
        assertThatThrownBy(() -> JsonValue.parse(json)).isInstanceOf(JsonFormatException.class);
    }
}
