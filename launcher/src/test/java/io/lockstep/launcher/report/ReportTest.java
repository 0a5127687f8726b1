package io.lockstep.launcher.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReportTest {
    private final Report report = new Report()
            .add("tape", "x/y")
            .add("events", 1_234_567L)
            .addDecimal("pnl", -10_000_001L)
            .addSection("counts", new TreeMap<>(Map.of("trade", 12L, "bar", 3L)))
            .addSection("rejected", Map.of())
            .addTable(
                    "rows",
                    List.of(
                            new TreeMap<>(Map.of("id", 1, "name", "a")),
                            new TreeMap<>(Map.of("id", 20, "name", "bc"))));

    @Test
    void shouldShowNamesLeftAndNumbersGrouped() {
        assertThat(report.toText()).isEqualTo("""
                        tape      x/y
                        events    1,234,567
                        pnl       -0.10000001
                        counts
                          bar    3
                          trade  12
                        rejected  none
                        rows
                          id  name
                           1  a
                          20  bc
                        """);
    }

    @Test
    void shouldGiveTheSameValuesAsOneJsonObject() {
        assertThat(report.toJson())
                .isEqualTo(
                        "{\"tape\":\"x/y\",\"events\":1234567,\"pnl\":-0.10000001,\"counts\":{\"bar\":3,\"trade\":12},"
                                + "\"rejected\":{},\"rows\":[{\"id\":1,\"name\":\"a\"},{\"id\":20,\"name\":\"bc\"}]}\n");
    }
}
