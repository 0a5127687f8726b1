package io.lockstep.strategies.indicator.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.BarSeries;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketStructureTest {
    private static final StructureSettings SETTINGS = StructureSettings.of(FixedPoint.parse("0.01"));

    @Test
    void shouldTellTheWholeStoryOfTheWorkedExample() {
        List<Bar> bars = BarSeries.of(
                "10.00 10.05 9.95 10.02",
                "10.02 10.20 10.00 10.15",
                "10.15 10.18 10.02 10.05",
                "10.05 10.10 9.90 9.92",
                "9.92 10.00 9.85 9.98",
                "9.98 10.30 9.97 10.28",
                "10.28 10.45 10.26 10.40",
                "10.40 10.42 10.13 10.15",
                "10.15 10.20 9.96 10.02",
                "10.02 10.05 9.80 9.82",
                "9.82 9.98 9.78 9.88");

        List<String> events = eventsOf(bars, SETTINGS.withPivotBars(1));

        assertThat(events)
                .containsExactly(
                        "2,SWING_HIGH,-1,10.2,10.2,1,0",
                        "4,FVG,-1,10,10.02,3,2",
                        "5,FVG_FILLED,-1,10,10.02,4,2",
                        "5,SWING_LOW,1,9.85,9.85,4,0",
                        "5,BOS_UP,1,10.2,10.2,1,0",
                        "5,ORDER_BLOCK,1,9.9,10.1,3,4",
                        "6,FVG,1,10,10.26,5,5",
                        "7,FVG_PARTIAL,1,10,10.26,6,5",
                        "7,HH,-1,10.45,10.45,6,0",
                        "7,SWING_HIGH,-1,10.45,10.45,6,0",
                        "7,SWEEP,-1,10.2,10.2,5,1",
                        "8,FVG_FILLED,1,10,10.26,6,5",
                        "8,OB_TESTED,1,9.9,10.1,3,4",
                        "8,FVG,-1,10.2,10.26,7,7",
                        "9,OB_BROKEN,1,9.9,10.1,3,4",
                        "9,BREAKER,-1,9.9,10.1,3,8",
                        "9,CHOCH_DOWN,-1,9.85,9.85,4,0",
                        "9,ORDER_BLOCK,-1,10.26,10.45,6,9",
                        "9,FVG,-1,10.05,10.13,8,10",
                        "10,BREAKER_TESTED,-1,9.9,10.1,3,8",
                        "10,SWEEP,1,9.85,9.85,9,3");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void shouldNeverTakeBackOrChangeAnEvent(long seed) {
        List<Bar> bars = BarSeries.randomWalk(seed, 400);
        List<String> all = eventsOf(bars, SETTINGS);

        for (int length = 1; length < bars.size(); length += 7) {
            int end = length;
            List<String> prefix = eventsOf(bars.subList(0, length), SETTINGS);
            List<String> expected =
                    all.stream().filter(event -> barOf(event) < end).toList();
            assertThat(prefix).as("seed %s, length %s", seed, length).isEqualTo(expected);
        }
    }

    @Test
    void shouldSeeEveryKindOfEventOnALongWalk() {
        MarketStructure structure = new MarketStructure(SETTINGS);

        BarSeries.randomWalk(14, 20_000).forEach(structure::onBar);

        assertThat(StructureEvent.values()).allMatch(event -> structure.count(event) > 0);
        assertThat(structure.droppedPools()).isPositive();
    }

    @Test
    void shouldShowTheEventsOfTheLatestBarInItsOutputs() {
        MarketStructure structure = new MarketStructure(SETTINGS.withPivotBars(1));

        BarSeries.of("10 10 9 9.5", "10 11 9 10", "10 10 9 9.5").forEach(structure::onBar);

        double events = structure.output(MarketStructure.EVENTS);
        assertThat(StructureEvent.SWING_HIGH.isIn(events)).isTrue();
        assertThat(StructureEvent.SWING_LOW.isIn(events)).isFalse();
        assertThat(structure.output(MarketStructure.SWING_HIGH)).isEqualTo(11);
        assertThat(structure.output(MarketStructure.TREND)).isZero();
    }

    @Test
    void shouldCountAPlateauOnceAtItsFirstBar() {
        List<Bar> bars = BarSeries.of(
                "10 10.1 9 10", "10 10.2 9 10", "10 10.5 9 10", "10 10.5 9 10", "10 10.1 9 10", "10 10.1 9 10");

        List<String> events = eventsOf(bars, SETTINGS.withPivotBars(1));

        assertThat(events).contains("3,SWING_HIGH,-1,10.5,10.5,2,0");
        assertThat(events).filteredOn(event -> event.contains("SWING_HIGH")).hasSize(1);
    }

    @Test
    void shouldFillAGapInOneStepWhenPriceJumpsAcrossIt() {
        List<Bar> bars = BarSeries.of(
                "9.95 10.00 9.9 10.00", "10 10.30 9.98 10.28", "10.28 10.40 10.26 10.35", "9.7 9.80 9.60 9.65");

        List<String> events = eventsOf(bars, SETTINGS);

        assertThat(events).startsWith("2,FVG,1,10,10.26,1,1", "3,FVG_FILLED,1,10,10.26,2,1");
    }

    private static List<String> eventsOf(List<Bar> bars, StructureSettings settings) {
        StructureEventCollector events = new StructureEventCollector();
        MarketStructure structure = new MarketStructure(settings, events);
        bars.forEach(structure::onBar);
        return events.collect();
    }

    private static int barOf(String event) {
        return Integer.parseInt(event.substring(0, event.indexOf(',')));
    }
}
