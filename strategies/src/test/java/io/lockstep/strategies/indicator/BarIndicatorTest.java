package io.lockstep.strategies.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.strategies.AllocationProbe;
import io.lockstep.strategies.BarSeries;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BarIndicatorTest {
    private static final long SEED = 20_250_305;
    private static final String ALL = "io.lockstep.strategies.indicator.BarIndicators#all";
    private static final String TIMED = "io.lockstep.strategies.indicator.BarIndicators#timed";

    @ParameterizedTest(name = "{0} on bar {1}")
    @MethodSource(TIMED)
    void shouldBeReadyOnTheBarTheDefinitionSays(BarIndicator indicator, int firstReady) {
        List<Bar> bars = BarSeries.randomWalk(SEED, 200);

        List<Integer> ready = IntStream.range(0, bars.size())
                .filter(i -> {
                    indicator.onBar(bars.get(i));
                    return indicator.isReady();
                })
                .boxed()
                .toList();

        assertThat(ready).as("seed %s", SEED).startsWith(firstReady).hasSize(bars.size() - firstReady);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(ALL)
    void shouldNeverTurnInvalidOnceReady(BarIndicator indicator, int firstReady) {
        List<Bar> bars = BarSeries.randomWalk(SEED + 1, 2_000);

        for (Bar bar : bars) {
            boolean wasReady = indicator.isReady();
            indicator.onBar(bar);
            if (wasReady) {
                assertThat(outputs(indicator)).as("seed %s", SEED + 1).allMatch(Double::isFinite);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(TIMED)
    void shouldStayFiniteWhenPriceDoesNotMoveAtAll(BarIndicator indicator, int firstReady) {
        Bar bar = BarSeries.flat("10").get(0);

        for (int i = 0; i <= firstReady + 100; i++) {
            indicator.onBar(bar);
        }

        assertThat(outputs(indicator)).allMatch(Double::isFinite);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(ALL)
    void shouldAllocateNothingAfterConstruction(BarIndicator indicator, int firstReady) {
        List<Bar> bars = BarSeries.randomWalk(SEED + 2, 5_000);

        long allocated = AllocationProbe.leastAllocated(() -> feed(indicator, bars));

        assertThat(allocated).isZero();
    }

    private static void feed(BarIndicator indicator, List<Bar> bars) {
        for (int i = 0; i < bars.size(); i++) {
            indicator.onBar(bars.get(i));
        }
    }

    private static List<Double> outputs(BarIndicator indicator) {
        return IntStream.range(0, indicator.outputCount())
                .mapToObj(indicator::output)
                .toList();
    }
}
