package io.lockstep.engine.strategy;

import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrategyParametersTest {
    private final Map<String, Object> given = new HashMap<>();

    @Test
    void shouldReadWhatIsGivenAndFallBackWhereNothingIs() {
        given.put("length", 12);
        given.put("ratio", "0.5");
        given.put("size", 0.25);
        given.put("on", true);
        given.put("mode", "fast");
        given.put("wait", "90s");
        StrategyParameters parameters = parameters();

        assertThat(parameters.integer("length", 5, 1, 20)).isEqualTo(12);
        assertThat(parameters.integer("other", 5, 1, 20)).isEqualTo(5);
        assertThat(parameters.number("ratio", 1, 0, 1)).isEqualTo(0.5);
        assertThat(parameters.exact("size", "1", "0.1", "2")).isEqualTo(e8("0.25"));
        assertThat(parameters.flag("on", false)).isTrue();
        assertThat(parameters.choice("mode", "slow", "slow", "fast")).isEqualTo("fast");
        assertThat(parameters.duration("wait", "1s", "1s", "1h")).isEqualTo(Duration.ofSeconds(90));
        assertThat(parameters.faults()).isEmpty();
        assertThat(parameters.effective())
                .containsEntry("length", "12")
                .containsEntry("other", "5")
                .containsEntry("wait", "90s");
    }

    @ParameterizedTest
    @CsvSource({"500ms, 500", "30s, 30000", "5m, 300000", "4h, 14400000", "1d, 86400000", "2 s, 2000"})
    void shouldReadEveryUnitOfTime(String text, long milliseconds) {
        given.put("wait", text);

        assertThat(parameters().duration("wait", "1s", "1ms", "1d")).isEqualTo(Duration.ofMillis(milliseconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "1w", "-5s", "1.5s", "99999999999999999999s", "9223372036854775807d", "2d"})
    void shouldRefuseWhatIsNoTimeInRange(String text) {
        given.put("wait", text);
        StrategyParameters parameters = parameters();

        assertThat(parameters.duration("wait", "1s", "1ms", "1d")).isEqualTo(Duration.ofSeconds(1));
        assertThat(parameters.faults())
                .containsExactly("p.wait=" + text + ": must be a time with unit ms, s, m, h or d from 1ms to 1d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "21", "1.5", "x", "1e999999999", "1e-999999999"})
    void shouldRefuseWhatIsNoWholeNumberInRange(String text) {
        given.put("length", text);
        StrategyParameters parameters = parameters();

        assertThat(parameters.integer("length", 5, 1, 20)).isEqualTo(5);
        assertThat(parameters.faults()).hasSize(1).first().asString().startsWith("p.length=" + text + ": must be ");
    }

    @Test
    void shouldReportEveryFaultTogether() {
        given.put("length", 100);
        given.put("size", "0.123456789");
        given.put("on", "yes");
        given.put("mode", "medium");
        given.put("typo", 1);
        given.put("empty", null);
        StrategyParameters parameters = parameters();

        assertThat(parameters.integer("length", 5, 1, 20)).isEqualTo(5);
        assertThat(parameters.exact("size", "1", "0.1", "2")).isEqualTo(e8("1"));
        assertThat(parameters.flag("on", false)).isFalse();
        assertThat(parameters.choice("mode", "slow", "slow", "fast")).isEqualTo("slow");
        assertThat(parameters.number("empty", 0.5, 0, 1)).isEqualTo(0.5);

        assertThat(parameters.faults())
                .containsExactly(
                        "p.length=100: must be from 1 to 20",
                        "p.size=0.123456789: must be at most 8 decimals",
                        "p.on=yes: must be true or false",
                        "p.mode=medium: must be one of slow, fast",
                        "p.empty=: must be a value, or the key left out",
                        "p.typo: unknown key; allowed: empty, length, mode, on, size");
    }

    @Test
    void shouldReportARuleBetweenParameters() {
        given.put("fast", 30);
        StrategyParameters parameters = parameters();
        int fast = parameters.integer("fast", 5, 1, 50);
        int slow = parameters.integer("slow", 20, 1, 50);

        parameters.requireRule(fast < slow, "fast", "less than slow=" + slow);

        assertThat(parameters.faults()).containsExactly("p.fast=30: must be less than slow=20");
    }

    @Test
    void shouldTakeBothEndsOfARange() {
        given.put("a", 1);
        given.put("b", "20");
        StrategyParameters parameters = parameters();

        assertThat(parameters.integer("a", 5, 1, 20)).isEqualTo(1);
        assertThat(parameters.integer("b", 5, 1, 20)).isEqualTo(20);
        assertThat(parameters.faults()).isEmpty();
    }

    private StrategyParameters parameters() {
        return new StrategyParameters("p", given);
    }
}
