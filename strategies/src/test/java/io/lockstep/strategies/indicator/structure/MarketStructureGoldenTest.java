package io.lockstep.strategies.indicator.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.Golden;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarketStructureGoldenTest {
    private static final StructureSettings SETTINGS = StructureSettings.of(FixedPoint.parse("0.01"));

    @Test
    void shouldEmitTheGoldenEventsInOrder() {
        Golden.Table golden = Golden.table("ict_events.csv");
        StructureEventCollector events = new StructureEventCollector();
        MarketStructure structure = new MarketStructure(SETTINGS, events);

        Golden.bars().forEach(structure::onBar);

        assertThat(events.collect()).isEqualTo(expected(golden));
    }

    private static List<String> expected(Golden.Table golden) {
        return IntStream.range(0, golden.size())
                .mapToObj(row -> String.join(
                        ",",
                        golden.text(row, "t"),
                        golden.text(row, "kind"),
                        golden.text(row, "side"),
                        plain(golden.text(row, "lo")),
                        plain(golden.text(row, "hi")),
                        golden.text(row, "origin_t"),
                        golden.text(row, "zone_id")))
                .toList();
    }

    private static String plain(String price) {
        return FixedPoint.format(FixedPoint.of(new BigDecimal(price)));
    }
}
