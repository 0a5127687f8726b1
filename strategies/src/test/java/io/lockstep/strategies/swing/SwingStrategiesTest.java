package io.lockstep.strategies.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.strategy.StrategyFactory;
import io.lockstep.engine.strategy.StrategyParameters;
import io.lockstep.strategies.BarSeries;
import io.lockstep.strategies.FakeStrategyContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole strategies, from parameters to orders, over a seeded walk that is calmer than the markets their defaults are made for. */
class SwingStrategiesTest {
    private static final long SEED = 99;

    static Stream<Arguments> strategies() {
        return Stream.of(
                Arguments.of(
                        new TfpeFactory(),
                        Map.of("tfEntry", "5m", "tfTrend", "1h", "momMin", 1.0, "votes", 3, "adxMin", 10)),
                Arguments.of(
                        new MomentumFactory(),
                        Map.of("tf", "5m", "adxMin", 15, "diDiff", 5, "volRatio", 1.2, "width", 0.005)),
                Arguments.of(new ZlhmaFactory(), Map.of("tf", "5m", "fast", 10, "slow", 30, "adxMin", 10)),
                Arguments.of(new ZlmacdFactory(), Map.of("tf", "5m", "adxMin", 10)));
    }

    static Stream<StrategyFactory> factories() {
        return Stream.of(new TfpeFactory(), new MomentumFactory(), new ZlhmaFactory(), new ZlmacdFactory());
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void shouldEmitSignalsAndTradeBothWays(StrategyFactory factory, Map<String, Object> parameters) {
        FakeStrategyContext context = run(factory, parameters);

        assertThat(context.signals()).as("seed %s", SEED).anyMatch(s -> s.startsWith("BUY"));
        assertThat(context.signals()).as("seed %s", SEED).anyMatch(s -> s.startsWith("SELL"));
        assertThat(context.orders()).hasSizeGreaterThan(2);
        assertThat(context.position().realizedPnl()).isNotZero();
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void shouldDecideTheSameAgainFromTheSameEvents(StrategyFactory factory, Map<String, Object> parameters) {
        FakeStrategyContext first = run(factory, parameters);

        FakeStrategyContext second = run(factory, parameters);

        assertThat(second.orderTexts()).isEqualTo(first.orderTexts());
        assertThat(second.suppressions()).isEqualTo(first.suppressions());
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void shouldAccountForEverySignal(StrategyFactory factory, Map<String, Object> parameters) {
        FakeStrategyContext context = run(factory, parameters);

        long entries = context.orderTexts().stream()
                .filter(text -> text.endsWith("market " + factory.type()))
                .count();
        int suppressed = context.suppressions().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(entries + suppressed).isEqualTo(context.signals().size());
    }

    @ParameterizedTest
    @MethodSource("factories")
    void shouldAcceptItsOwnDefaultsAndRefuseUnknownKeys(StrategyFactory factory) {
        StrategyParameters defaults = new StrategyParameters("p", Map.of());
        StrategyParameters unknown = new StrategyParameters("p", Map.of("nosuchkey", 1));

        factory.create(defaults);
        factory.create(unknown);

        assertThat(defaults.faults()).isEmpty();
        assertThat(defaults.effective()).containsKeys("slAtr", "tpAtr", "cooldown", "capital");
        assertThat(unknown.faults()).hasSize(1).first().asString().contains("nosuchkey");
    }

    private static FakeStrategyContext run(StrategyFactory factory, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("cooldown", "30m");
        FakeStrategyContext context = FakeStrategyContext.host(factory, all).fillMarketOrders();
        List<Bar> bars = BarSeries.randomWalk(SEED, 6_000);
        Bar hour = new Bar();
        for (int i = 0; i < bars.size(); i++) {
            grow(hour, bars.get(i), i % 12 == 0);
            if (i % 12 == 11 && factory instanceof TfpeFactory) {
                context.bar("1h", hour);
            }
            context.bar("5m", bars.get(i));
        }
        return context;
    }

    private static void grow(Bar hour, Bar bar, boolean first) {
        if (first) {
            hour.at(0, 3_600, bar.openTimeNs(), bar.sessionId()).volume(FixedPoint.ONE, 0, 0);
        }
        long high = first ? bar.high() : Math.max(hour.high(), bar.high());
        long low = first ? bar.low() : Math.min(hour.low(), bar.low());
        hour.prices(first ? bar.open() : hour.open(), high, low, bar.close());
    }
}
