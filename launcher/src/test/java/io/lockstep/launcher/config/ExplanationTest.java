package io.lockstep.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private final List<Map<String, String>> rows = Explanation.rows();

    @Test
    void shouldExplainEveryKeyWithRangeUnitAndDefault() {
        assertThat(rows)
                .contains(Map.of(
                        "key", "instruments[].takerFee",
                        "type", "a decimal of up to 8 places",
                        "range", "from 0 to 0.05",
                        "unit", "fraction of notional",
                        "default", "0",
                        "help", "fee of a taking fill"))
                .anySatisfy(row -> assertThat(row).containsEntry("key", "mode").containsEntry("default", "required"));
    }

    @Test
    void shouldLeaveNoKeyWithoutHelp() {
        assertThat(rows).allSatisfy(row -> assertThat(row.get("help")).isNotBlank());
    }

    @Test
    void shouldNameNoKeyTwice() {
        assertThat(rows).extracting(row -> row.get("key")).doesNotHaveDuplicates();
    }
}
